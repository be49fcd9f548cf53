"""What becomes of the findings of a review when the documents are checked again.

A finding that people spoke of stands as long as its words can be found: where each quotation has
one place in the documents of now, or its context or position decides. Otherwise it is an orphan,
with the reason, and goes back to the queue in a new round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from attrs import evolve, frozen

from factcheck.history.renames import followed, renamed
from factcheck.model import Corpus, Document, Quoted, ReviewItem, Run, Span
from factcheck.reporting.linkeddata.quotes import TextQuote, place_now, why_lost
from factcheck.reporting.linkeddata.selectors import context
from factcheck.reporting.wording import clean
from factcheck.review.items import review_items


@frozen
class Carried:
    """The findings of a review after another run.

    Attributes:
        items: every finding as it is to be kept: those that the run reports, then the others.
        moved: old fingerprints with the new ones, where only the name of a document changed.
    """

    items: tuple[ReviewItem, ...]
    moved: dict[str, str]


def carried_over(
    kept: Iterable[ReviewItem],
    run: Run,
    spoken: Mapping[str, int],
    elsewhere: Set[str] = frozenset(),
) -> Carried:
    """Return how the findings of a review stand after another run.

    Args:
        kept: every finding of the review so far.
        run: what is found now.
        spoken: by fingerprint, the last round in which anybody has said anything of it; nobody
            has where it is missing.
        elsewhere: names of documents that are there but were left out of the run; what could
            not be read is known from the run.
    """
    before = {item.fingerprint: item for item in kept}
    absent = _absent(before.values(), run.corpus, elsewhere)
    known = ((one.document, one.words) for item in before.values() for one in item.quoted)
    moved, by_new_name = _moved(before, renamed(known, run, absent))
    reported = {item.fingerprint: item for item in review_items(run)}
    places = _Places({document.name: document for document in run.corpus}, absent)
    carried = {
        item.fingerprint: _again(item, reported.get(item.fingerprint), spoken.get(old, 0), places)
        for old, item in by_new_name.items()
    }
    lost = [
        carried[item.fingerprint]
        for old, item in by_new_name.items()
        if spoken.get(old) and item.fingerprint not in reported
    ]
    fresh = (item for key, item in reported.items() if key not in carried)
    found = carried | {item.fingerprint: item for item in _with_earlier(fresh, lost)}
    rest = (item for key, item in carried.items() if key not in reported)
    return Carried((*(found[key] for key in reported), *rest), moved)


def _absent(kept: Iterable[ReviewItem], corpus: Corpus, elsewhere: Set[str]) -> Set[str]:
    """Return the names of documents that the run cannot speak to."""
    read = {document.name for document in corpus}
    named = {one.document for item in kept for one in item.quoted} - read
    return {name for name in named if name in elsewhere or corpus.could_not_read(name)}


def _moved(
    before: Mapping[str, ReviewItem], names: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, ReviewItem]]:
    """Return new fingerprints by the old ones, and every finding under its new one by the old."""
    under = {
        key: _under(item, names)
        for key, item in before.items()
        if any(one.document in names for one in item.quoted)
    }
    # Where a finding of before has the new fingerprint already, both stay as they are.
    moved = {key: item.fingerprint for key, item in under.items() if item.fingerprint not in before}
    found = {key: under[key] if key in moved else item for key, item in before.items()}
    return moved, {
        key: evolve(item, earlier=tuple(moved.get(one, one) for one in item.earlier))
        for key, item in found.items()
    }


def _under(item: ReviewItem, names: Mapping[str, str]) -> ReviewItem:
    """Return a finding with its documents by their new names."""
    return evolve(
        item,
        quoted=tuple(
            evolve(one, document=names.get(one.document, one.document)) for one in item.quoted
        ),
        pairs=followed(item.finding, names).pairs,
        formerly=(*item.formerly, item.fingerprint),
    )


@frozen
class _Places:
    """The documents of a run, and those that it cannot speak to.

    Attributes:
        documents: by name.
        absent: names of documents that were not read.
    """

    documents: Mapping[str, Document]
    absent: Set[str]

    def now(self, one: Quoted) -> Quoted | str:
        """Return a quotation where it stands now, or why it has no place."""
        if one.document in self.absent:
            return one
        told = f"side {one.side} ({clean(one.document)})"
        document = self.documents.get(one.document)
        if document is None:
            return f"{told}: the document is no longer among those checked"
        unchanged = document.id == one.document_id
        quotes = (TextQuote(one.exact, one.prefix, one.suffix), TextQuote(one.words))
        span = place_now(document, quotes, (one.span,), unchanged)
        if span is None:
            return f"{told}: {why_lost(document, one.exact)}"
        return _quoted_at(one, document, span)


def _quoted_at(one: Quoted, document: Document, span: Span) -> Quoted:
    prefix, suffix = context(document.text, span)
    return evolve(
        one,
        document_id=document.id,
        span=span,
        exact=span.of(document.text),
        prefix=prefix,
        suffix=suffix,
    )


def _again(item: ReviewItem, found: ReviewItem | None, spoken: int, places: _Places) -> ReviewItem:
    """Return a kept finding after another run, which reports it as ``found`` or not at all."""
    gone = evolve(item, present=False)
    if not spoken:
        return gone if found is None else _continued(item, found, found.quoted, item.round)
    if found is not None and item.orphaned and spoken >= item.round:
        # People spoke of it again, so what they said is about the words of now.
        return _continued(item, found, found.quoted, item.round)
    stands = [places.now(one) for one in item.quoted]
    reasons = list(dict.fromkeys(one for one in stands if isinstance(one, str)))
    if reasons:
        again = item.round if item.orphaned else spoken + 1
        told = "; ".join(reasons)
        return evolve(item, orphaned=told, present=found is not None, round=again)
    quoted = [one for one in stands if isinstance(one, Quoted)]
    back = spoken if item.orphaned else item.round
    return _continued(item, found or gone, quoted, back)


def _continued(
    item: ReviewItem, found: ReviewItem, quoted: Iterable[Quoted], round: int
) -> ReviewItem:
    """Return ``found`` with the history of ``item``, its words where ``quoted`` says."""
    at = {one.fingerprint: one for one in quoted}
    return evolve(
        found,
        quoted=tuple(evolve(at.get(one.fingerprint, one), side=one.side) for one in found.quoted),
        orphaned="",
        round=round,
        formerly=item.formerly,
        earlier=item.earlier,
    )


def _with_earlier(fresh: Iterable[ReviewItem], lost: Iterable[ReviewItem]) -> Iterator[ReviewItem]:
    """Yield new findings with those that they have grown from, or that changed into them.

    These are findings that people spoke of and that are no longer reported, with a pair of claims
    in common, or with a claim on the same topic.
    """
    holders: dict[object, list[str]] = defaultdict(list)
    for item in lost:
        for mark in _marks(item):
            holders[mark].append(item.fingerprint)
    for item in fresh:
        earlier = {one for mark in _marks(item) for one in holders.get(mark, ())}
        yield evolve(item, earlier=tuple(sorted(earlier)))


def _marks(item: ReviewItem) -> set[object]:
    pairs = {pair.fingerprint for pair in item.pairs}
    return pairs | {(item.topic, one.fingerprint) for one in item.quoted}
