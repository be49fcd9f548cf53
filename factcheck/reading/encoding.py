"""Bytes into text: which encoding, and how sure."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from attrs import frozen

from factcheck.errors import ReadingError

_BYTE_ORDER_MARKS = (  # UTF-32's little-endian mark begins with UTF-16's, so it is tried first
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_MEND = "save its words as plain text, Markdown or HTML and read that"

# Control codes that text files do not hold; tab, line feed, form feed, carriage return, escape
# and NUL (stray in otherwise good text) are judged apart.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b")
# Random bytes hold a tenth of these; text in any encoding of one byte a letter, next to none.
_BINARY_SHARE = 0.02
_BINARY_SHARE_UTF8 = 0.10
_FEW = 4
_SAMPLE = 1 << 18
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I
)

# The meaning of single bytes in windows-1252, by the escape that ``surrogateescape`` leaves.
_WESTERN = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii"})
_READABLE_NAMES = {
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1257": "windows-1257",
    "cp1258": "windows-1258",
    "latin_1": "iso-8859-1",
}


@frozen
class Decoded:
    """A file's text and how it was come by.

    Attributes:
        text: every character, line ends as they were, without the byte order mark.
        encoding: name of the encoding.
        notes: what a reader should know: a guess, bytes that fit no character.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of a file's bytes.

    Tried in this order: a byte order mark, UTF-8, UTF-16 and UTF-32 without a mark, the encoding
    that the file declares for itself (HTML and XML), UTF-8 with a few stray bytes, and last a
    guess from the bytes' frequencies.

    Raises:
        ReadingError: the bytes are no text.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReadingError(f"it is {kind}, not text; {_MEND}")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    return _unmarked(data)


def _marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, ("it begins with a byte order mark",))
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    bad = text.count("\ufffd")
    if bad > max(_FEW, len(text) * _BINARY_SHARE_UTF8):
        raise ReadingError(f"it is marked as {encoding} but its bytes are not; save it as UTF-8")
    return Decoded(
        text, encoding, (f"{bad} places are not valid {encoding} and are shown as \ufffd",)
    )


def _unmarked(data: bytes) -> Decoded:
    if b"\0" in data:
        for encoding in _wide_encodings(data):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return Decoded(text, encoding, (f"decoded as {encoding} (no byte order mark)",))
    body = data.rstrip(b"\0")
    controls = len(body) - len(body.translate(None, _CONTROLS))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if controls > max(_FEW, len(body) * _BINARY_SHARE):
            raise _no_text() from None
        return _legacy(data)
    if controls > max(_FEW, len(body) * _BINARY_SHARE_UTF8):
        raise _no_text()
    return Decoded(text, "utf-8")


def _no_text() -> ReadingError:
    return ReadingError(f"it is binary data, not text; {_MEND}")


def _wide_encodings(data: bytes) -> Iterator[str]:
    """Encodings of two or four bytes a character whose pattern of NULs the bytes show."""
    head = data[:_SAMPLE]
    quarter = len(head) // 4
    if quarter and len(data) % 4 == 0:
        empty = [head[place::4].count(0) for place in range(4)]
        if empty[2] == empty[3] == quarter and empty[0] <= quarter / 10:
            yield "utf-32-le"
        if empty[0] == empty[1] == quarter and empty[3] <= quarter / 10:
            yield "utf-32-be"
    half = len(head) // 2
    if half and len(data) % 2 == 0:
        even, odd = head[::2].count(0), head[1::2].count(0)
        # In a text of mostly Latin letters one byte of each pair is 0; even one of another
        # script has spaces and line ends that are.
        if odd > max(half / 3, 10 * even):
            yield "utf-16-le"
        if even > max(half / 3, 10 * odd):
            yield "utf-16-be"


def _legacy(data: bytes) -> Decoded:
    declared = _DECLARED.search(data[:2048])
    if declared is not None:
        name = declared[1].decode("ascii").lower()
        # Browsers read what is declared as ISO 8859-1 as its superset, and pages rely on it.
        name = "windows-1252" if name in _LATIN_1 else name
        try:
            return Decoded(data.decode(name), name, (f"decoded as {name} (declared)",))
        except (LookupError, UnicodeError):
            pass  # the declaration is wrong, so the bytes have to speak for themselves
    escaped = data.decode("utf-8", "surrogateescape")
    stray = len(re.findall("[\udc80-\udcff]", escaped))
    valid = len(re.findall("[^\x00-\x7f\udc80-\udcff]", escaped))
    # Two in a row of a legacy encoding's letters seldom form valid UTF-8, so mostly valid means
    # UTF-8 with a few bytes pasted in from elsewhere.
    if valid >= 4 * stray:
        note = f"{stray} bytes are not valid UTF-8 and were read as windows-1252"
        return Decoded(escaped.translate(_WESTERN), "utf-8", (note,))
    return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    encoding = _likeliest(_telling(data))
    text = data.decode(encoding, "replace")
    name = _READABLE_NAMES.get(encoding, encoding.replace("_", "-"))
    notes = [f"decoded as {name} (guessed)"]
    if bad := text.count("\ufffd"):
        notes.append(f"{bad} places are not valid {name} and are shown as \ufffd")
    return Decoded(text, name, tuple(notes))


def _telling(data: bytes) -> bytes:
    """A stretch of bounded size that holds bytes outside ASCII, with context before the first."""
    if len(data) <= _SAMPLE:
        return data
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, (first.start() if first else 0) - _SAMPLE // 4)
    return data[start : start + _SAMPLE]


def _likeliest(sample: bytes) -> str:
    """Name the encoding that makes most sense of the bytes, windows-1252 among equals.

    Many encodings give every byte a letter, and on a short text the detector's order among
    equally clean ones is arbitrary; windows-1252 is the most common on the web by far.
    """
    # The detector takes a while to import, and most files never need it.
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        raise ReadingError("its bytes are text in no known encoding; save it as UTF-8")
    for match in matches:
        names = {match.encoding, *match.could_be_from_charset}
        if "cp1252" in names and match.chaos <= best.chaos and match.coherence >= best.coherence:
            return "cp1252"
    return best.encoding
