"""The words that every format shares: clean text, numbers, questions, confidence."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from factcheck.model import Dispute, Judgement
from factcheck.model.value import TIME_OF_DAY
from factcheck.reporting.content import (
    Acceptance,
    Consensus,
    Method,
    PlaceNote,
    Report,
    SourceLabel,
    SourceRow,
    SourceSection,
    Testimony,
)

_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that reorder what follows them: a source could make a report read backwards."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters (a terminal obeys them) and half characters (no encoding takes them)."""

_BREAKS = re.compile(r"[\s\x1c-\x1f\x85]+")

_CONTROL_BREAKS = re.compile(r"[\r\x0b\x0c\x1c-\x1f\x85]")
"""Control characters that part words, where line feeds and tabs may stay."""

_QUESTIONS = {
    "polarity": "is it so or not?",
    "direction": "which way does it go?",
    "degree": "how great?",
    "category": "what is it?",
    "substitution": "which of the two?",
    "answer": "who or which is it?",
    "set": "which ones?",
    "presence": "is there any, and how much?",
    "appraisal": "what is it worth?",
    "duration": "how long?",
    "date": "when?",
    "proportion": "what share?",
    "count": "how many?",
    "ordinal": "which place?",
    "money": "how much money?",
    "mass": "how heavy?",
    "length": "how far?",
    "area": "how large?",
    "volume": "how much?",
    "temperature": "how warm?",
    "speed": "how fast?",
    "energy": "how much energy?",
    "power": "how much power?",
    "data": "how much data?",
    "ratio": "how many times?",
    "value": "how much?",
    TIME_OF_DAY: "at what time?",
}

# Terms and bounds of the likelihood scale in Mastrandrea et al. (2010), Guidance Note for Lead
# Authors of the IPCC Fifth Assessment Report on Consistent Treatment of Uncertainties, table 1.
_LIKELIHOOD = (
    (0.99, "virtually certain to be right"),
    (0.95, "extremely likely right"),
    (0.90, "very likely right"),
    (0.66, "likely right"),
    (0.33, "about as likely right as not"),
    (0.0, "unlikely to be right"),
)


def clean(text: str) -> str:
    """Return ``text`` on one line, fit to be printed anywhere.

    >>> clean(" two" + chr(10) + "lines" + chr(27) + "[31m")
    'two lines\ufffd[31m'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    spaced = " ".join(_BREAKS.sub(" ", _INVISIBLE.sub("", text)).split())
    return _UNPRINTABLE.sub("\ufffd", spaced)


def printable(text: str) -> str:
    r"""Return ``text`` with its spaces and line breaks, fit to be printed anywhere else.

    >>> printable("two" + chr(10) + "lines" + chr(27) + "[31m")
    'two\nlines\ufffd[31m'
    """
    return _UNPRINTABLE.sub("\ufffd", _CONTROL_BREAKS.sub(" ", _INVISIBLE.sub("", text)))


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "claim"), counted(1200, "claim"), counted(2, "copy", "copies")
    ('1 claim', '1,200 claims', '2 copies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def share(number: float) -> str:
    """Return a number from 0 to 1 with two decimals, as in ``.91``; never rounded up to 1.

    >>> share(0.914), share(1.0), share(0.999), share(0.0)
    ('.91', '1', '.99', '0')
    """
    if number >= 1 or number <= 0:
        return str(round(min(1.0, max(0.0, number))))
    return f".{min(99, round(number * 100)):02d}"


def support(agreement: Consensus, documents: int) -> str:
    """Return how many of the documents say something, and how many of those by themselves."""
    sources, independent = agreement.sources, agreement.independent
    if sources == documents:
        told = f"all {documents:,} sources"
    else:
        most = ", that is most" if 2 * sources > documents else ""
        told = f"{sources:,} of {documents:,} sources{most}"
    if independent >= sources:
        return f"{told}, independent of each other"
    if independent == 1:
        return f"{told}, which repeat each other"
    return f"{told}, {independent:,} of them independent"


def likelihood(confidence: float) -> str:
    """Return in words how likely a finding of this confidence is to be right.

    >>> likelihood(0.91)
    'very likely right'
    """
    return next(words for bound, words in _LIKELIHOOD if confidence >= bound or bound == 0.0)


def sentence_case(text: str) -> str:
    """Return ``text`` with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]


def question(dispute: Dispute) -> str:
    """Return what the sides of a dispute answer, such as ``Abuse potential: how great?``.

    The aspect comes first, so that the question is good English whatever its number.
    """
    topic = sentence_case(clean(dispute.topic))
    if topic.endswith("?"):
        return topic
    asked = _QUESTIONS.get(_asked_about(dispute), "which of these holds?")
    return f"{topic}: {asked}"


def _asked_about(dispute: Dispute) -> str:
    strongest = dispute.judgements[0]
    family, _, detail = strongest.rule.partition("-")
    if family != "value":
        return family
    scale = detail or _shared_scale(strongest)
    if scale == TIME_OF_DAY:
        return scale
    # Of rates, "count/day", it is asked as of what is counted.
    scale = scale.partition(":")[0].partition("/")[0]
    return scale if scale in _QUESTIONS else "value"


def _shared_scale(judgement: Judgement) -> str:
    """Return the scale of the deciding values: those in the evidence, else any that both have."""
    a = [v for v in judgement.a.values if v.span.overlap(judgement.a_evidence)]
    b = [v for v in judgement.b.values if v.span.overlap(judgement.b_evidence)]
    shared = {v.scale for v in a or judgement.a.values} & {v.scale for v in b or judgement.b.values}
    either = sorted(shared) or [v.scale for v in (*a, *b)]
    return either[0] if either else ""


def safe_address(address: str) -> str:
    """Return ``address`` where it may be linked to: an absolute web address, else nothing.

    >>> safe_address("https://example.org/a"), safe_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    if not address.isprintable() or any(mark in address for mark in " <>\"'`\\"):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""


def headline(report: Report) -> str:
    """Return the counts that open a report, with the sign of each kind of finding."""
    counts = report.headline
    return " · ".join(
        (
            counted(counts.claims, "claim"),
            counted(counts.topics, "topic"),
            f"{counted(counts.disputes, 'dispute')} ≠",
            f"{counted(counts.qualifications, 'qualification')} ~",
            f"{counted(counts.agreements, 'agreement')} =",
            *((f"{counts.accepted:,} accepted",) if counts.accepted else ()),
        )
    )


def acceptance(accepted: Acceptance) -> str:
    """Return what people hold of a finding, why, and who they are.

    >>> acceptance(Acceptance("other years", "ann, ben", "2026-11-22", "not a conflict"))
    'not a conflict: other years (ann, ben, 2026-11-22)'
    >>> acceptance(Acceptance("Both editions are kept.", "Editor", "2026-11-22"))
    'accepted: Both editions are kept. (Editor, 2026-11-22)'
    >>> acceptance(Acceptance("", "", ""))
    'accepted'
    """
    who = ", ".join(filter(None, (accepted.author, accepted.date)))
    told = f"{accepted.verdict}: {accepted.reason}" if accepted.reason else accepted.verdict
    return f"{told} ({who})" if who else told


def weight(source: SourceLabel) -> str:
    """Return how much a source counts, or nothing where all of them count the same."""
    return "" if source.authority is None else f"authority {share(source.authority)}"


def stands_at(testimony: Testimony, folder: str = "") -> str:
    """Return the file and the lines at which a source is quoted; empty where it is not."""
    lines = ", ".join(dict.fromkeys(str(quote.line) for quote in testimony.quotes))
    return f"{posixpath.join(folder, testimony.source.name)}:{lines}" if lines else ""


def source_facts(section: SourceSection) -> str:
    """Return what is known about a source in one line, its path first."""
    source = section.source
    return " · ".join(
        filter(
            None,
            (
                source.name if source.name != source.label else "",
                source.author,
                source.publisher,
                source.date,
                weight(source),
                counted(section.characters, "character"),
                section.encoding,
                source.address or source.unlinked,
            ),
        )
    )


def noted(notes: Sequence[PlaceNote]) -> list[str]:
    """Return what to know about a source whose text shows the notes in place."""
    garbled = sum(bool(note.standard) for note in notes)
    promotional = sum(note.kind == "promotional" for note in notes)
    rest = (note for note in notes if not note.standard and note.kind != "promotional")
    told = [note.told for note in rest]
    if garbled:
        told.append(f"{counted(garbled, 'garbled term')}; what it stands for follows in capitals")
    if promotional:
        told.append(f"{counted(promotional, 'turn')} of advertising, underlined with dots")
    return told


def claim_standing(row: SourceRow) -> str:
    """Return how the claims of a source stand to those of the others."""
    parts = (
        (row.disputed, "disputed ≠"),
        (row.qualified, "qualified ~"),
        (row.agreed, "agreed ="),
        (row.alone, "found only here"),
    )
    told = ", ".join(f"{number:,} {words}" for number, words in parts if number)
    return counted(row.claims, "claim") + (f": {told}" if told else "")


def pairs_considered(method: Method) -> str:
    """Return how many pairs were compared, passed over and put to another judge, in sentences."""
    counts = method.counts
    compared = (
        f"Of {counted(counts.possible, 'possible pair')} of claims, "
        f"{counts.candidates:,} had enough in common to be compared"
    )
    cut = (
        f"{counts.cut:,} more were left out by the limits on pairs"
        if counts.cut
        else "none was cut"
    )
    return " ".join((f"{compared}; {cut}.", *_second_opinions(method)))


def _second_opinions(method: Method) -> Iterator[str]:
    counts = method.counts
    if len(method.judges) < 2:
        return
    others = " and ".join(method.judges[1:])
    yield f"Beside the rules, {others} was asked about {counted(counts.asked, 'pair')}."
    if counts.unasked:
        yield f"{counted(counts.unasked, 'more pair')} fell to the limit on such questions."
    if counts.unanswered:
        yield f"{counted(counts.unanswered, 'question')} got no answer that could be used."
