"""Bytes into text."""

from __future__ import annotations

import pytest

from factcheck.errors import ReadingError
from factcheck.reading.encoding import decode

TEXT = "The “tide” rose — by 10 °C — and the café’s naïve owner fled.\n" * 20


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")],
)
def test_byte_order_marks(codec: str, name: str) -> None:
    decoded = decode(TEXT.encode(codec))
    assert (decoded.text, decoded.encoding) == (TEXT, name)
    assert "byte order mark" in decoded.notes[0]


def test_big_endian_byte_order_marks() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT
    assert decode(b"\0\0\xfe\xff" + TEXT.encode("utf-32-be")).text == TEXT


def test_plain_utf_8_needs_no_note() -> None:
    decoded = decode(TEXT.encode())
    assert (decoded.text, decoded.encoding, decoded.notes) == (TEXT, "utf-8", ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark(codec: str) -> None:
    decoded = decode(TEXT.encode(codec))
    assert (decoded.text, decoded.encoding) == (TEXT, codec)
    assert "no byte order mark" in decoded.notes[0]


def test_windows_1252_is_guessed_and_reported() -> None:
    decoded = decode(TEXT.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (TEXT, "windows-1252")
    assert decoded.notes == ("decoded as windows-1252 (guessed)",)


def test_one_accent_in_a_short_text() -> None:
    assert decode("The café was open all day.".encode("cp1252")).text.startswith("The café")


def test_cyrillic_is_not_taken_for_western() -> None:
    text = "Вода в гавани поднялась на десять сантиметров, а потом снова опустилась.\n" * 5
    assert decode(text.encode("cp1251")).text == text


def test_line_ends_stay() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_a_few_stray_bytes_in_utf_8() -> None:
    decoded = decode(TEXT.encode() + b"It\x92s high.")
    assert decoded.text == TEXT + "It’s high."
    assert decoded.encoding == "utf-8"
    assert "1 bytes are not valid UTF-8" in decoded.notes[0]


@pytest.mark.parametrize(
    ("head", "codec", "name"),
    [
        ('<meta charset="windows-1251">', "cp1251", "windows-1251"),
        ('<?xml version="1.0" encoding="koi8-r"?>', "koi8-r", "koi8-r"),
        ('<meta http-equiv=Content-Type content="text/html; charset=koi8-r">', "koi8-r", "koi8-r"),
    ],
)
def test_what_the_file_declares(head: str, codec: str, name: str) -> None:
    text = head + "<p>Вода</p>"
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, name)
    assert "declared" in decoded.notes[0]


def test_a_wrong_declaration_is_passed_over() -> None:
    text = '<meta charset="no-such-thing"><p>The café’s owner fled.</p>'
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 rest", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x01\x02\x03\x04" * 50, "binary"),
        (b"\xfe\xff" + b"\xd8\x00" * 100, "utf-16-be"),
    ],
)
def test_what_is_no_text_is_refused_with_its_kind_and_the_mend(data: bytes, kind: str) -> None:
    with pytest.raises(ReadingError) as caught:
        decode(data)
    assert kind in caught.value.message
    assert "save" in caught.value.message


def test_stray_nuls_do_not_make_a_text_binary() -> None:
    text = "The tide\0 rose by one metre.\n" * 10 + "\0" * 500
    assert decode(text.encode()).text == text
