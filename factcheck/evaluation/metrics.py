"""Figures of a run against gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from factcheck.evaluation.gold import Gold, GoldClaim, GoldRelation, document_name
from factcheck.evaluation.matching import Matching, match
from factcheck.model import Claim, Judgement, Run, Stance

_CONFLICTS = frozenset({"contradict", "tension"})
_FOUND_BY = frozenset({Stance.CONTRADICTS, Stance.QUALIFIES})
# Where several pairs of claims stand for one gold pair, the stance furthest from agreement holds.
_PRECEDENCE = {Stance.AGREES: 0, Stance.QUALIFIES: 1, Stance.CONTRADICTS: 2}


@frozen
class Scores:
    """What a run got right and wrong.

    Attributes:
        figures: every figure by name: a share from 0 to 1 rounded to three digits, a count, or
            a text such as ``4/19`` (with the ids found, for headlines).
        missed: the conflicts of the gold that the run does not have.
        false_alarms: pairs that the run calls a contradiction and the gold does not.
    """

    figures: dict[str, float | int | str]
    missed: tuple[GoldRelation, ...] = field(repr=False)
    false_alarms: tuple[GoldRelation, ...] = field(repr=False)


def score(
    run: Run,
    gold: Gold,
    *,
    by_sentence: bool = False,
    verdicts: Mapping[str, str] | None = None,
) -> Scores:
    """Return how a run compares with gold.

    A gold conflict (``contradict`` or ``tension``) is found by ``contradicts`` or ``qualifies``; a
    contradiction is right where the gold accepts either label for its pair. Judgements on pairs
    that the gold does not list are counted apart, as their truth is unknown.

    Args:
        run: what was found.
        gold: what people found in the same documents.
        by_sentence: whether a claim within a gold claim's sentence counts as that claim.
        verdicts: verdicts on the gold's statements, by id, where they were asked for.
    """
    matching = match(run.claims, gold.claims, by_sentence)
    stances, unlisted = _stances(run.judgements, matching, gold.relations)
    figures: dict[str, float | int | str] = {}
    figures |= _claims(run.claims, gold.claims, matching)
    if gold.nonclaims is not None:
        figures["nonclaims_leaked"] = _leaked(run.claims, gold, matching)
    figures |= _relations(gold.relations, stances, unlisted)
    figures |= _headlines(gold, stances)
    if verdicts is not None and gold.statements is not None:
        right = sum(verdicts.get(one.id) in one.accepted for one in gold.statements)
        figures["verify"] = _of(right, gold.statements)
    return Scores(
        figures,
        missed=tuple(
            one
            for one in gold.relations
            if one.relation in _CONFLICTS and stances.get(one.pair) not in _FOUND_BY
        ),
        false_alarms=tuple(
            one
            for one in gold.relations
            if stances.get(one.pair) is Stance.CONTRADICTS and not one.accepted & _CONFLICTS
        ),
    )


def _of(count: int, whole: Iterable[object]) -> str:
    return f"{count}/{sum(1 for _ in whole)}"


def _share(part: float, whole: float) -> float:
    return round(part / whole, 3) if whole else 0.0


def _claims(
    claims: tuple[Claim, ...], gold: tuple[GoldClaim, ...], matching: Matching
) -> dict[str, float | int | str]:
    found = sum(one.weight for one in gold if one.id in matching.found)
    return {
        "claims_gold": len(gold),
        "claims_found": len(claims),
        "claim_recall": _share(found, sum(one.weight for one in gold)),
        "claim_precision": _share(len(matching.gold_of), len(claims)),
    }


def _leaked(claims: tuple[Claim, ...], gold: Gold, matching: Matching) -> str:
    """Return how many passages that are no claims hold half of a claim that matches no gold."""
    strict = [one for one in gold.nonclaims or () if not one.borderline]
    stray = [claim for claim in claims if claim.id not in matching.gold_of]
    leaked = sum(
        any(
            document_name(claim.source.name) == one.document
            and 2 * claim.span.overlap(one.span) >= len(claim.span)
            for claim in stray
        )
        for one in strict
    )
    return _of(leaked, strict)


def _stances(
    judgements: Iterable[Judgement], matching: Matching, relations: Iterable[GoldRelation]
) -> tuple[dict[frozenset[str], Stance], Counter[Stance]]:
    """Return the stance on each pair the gold lists, and counts of judgements on other pairs."""
    listed = {one.pair for one in relations}
    stances: dict[frozenset[str], Stance] = {}
    unlisted: Counter[Stance] = Counter()
    for one in judgements:
        pairs = {
            frozenset((x, y))
            for x in matching.gold_of.get(one.a.id, ())
            for y in matching.gold_of.get(one.b.id, ())
            if x != y
        } & listed
        if not pairs:
            unlisted[one.stance] += 1
        for pair in pairs:
            known = stances.get(pair)
            if known is None or _PRECEDENCE[one.stance] > _PRECEDENCE[known]:
                stances[pair] = one.stance
    return stances, unlisted


def _relations(
    relations: tuple[GoldRelation, ...],
    stances: Mapping[frozenset[str], Stance],
    unlisted: Counter[Stance],
) -> dict[str, float | int | str]:
    def said(stance: Stance, among: Iterable[GoldRelation]) -> list[GoldRelation]:
        return [one for one in among if stances.get(one.pair) is stance]

    conflicts = [one for one in relations if one.relation in _CONFLICTS]
    agreements = [one for one in relations if one.relation == "agree"]
    hard = [one for one in relations if one.relation == "related_not_conflicting"]
    found = [one for one in conflicts if stances.get(one.pair) in _FOUND_BY]
    contradicts = said(Stance.CONTRADICTS, relations)
    right = [one for one in contradicts if one.accepted & _CONFLICTS]
    printed = len(contradicts) + unlisted[Stance.CONTRADICTS]
    agrees = said(Stance.AGREES, relations)
    return {
        "conflict_pairs_found": _of(len(found), conflicts),
        "conflict_recall": _share(len(found), len(conflicts)),
        "contradicts_printed": printed,
        "contradicts_right": len(right),
        "contradicts_wrong_listed": len(contradicts) - len(right),
        "contradicts_unlisted": unlisted[Stance.CONTRADICTS],
        "contradicts_precision_listed": _share(len(right), len(contradicts)),
        "contradicts_precision_lower_bound": _share(len(right), printed),
        "hard_negatives_called_contradicts": _of(len(said(Stance.CONTRADICTS, hard)), hard),
        "hard_negatives_called_qualifies": _of(len(said(Stance.QUALIFIES, hard)), hard),
        "agreement_pairs_found": _of(len(said(Stance.AGREES, agreements)), agreements),
        "agrees_precision_listed": _share(
            sum("agree" in one.accepted for one in agrees), len(agrees)
        ),
        "agrees_unlisted": unlisted[Stance.AGREES],
    }


def _headlines(
    gold: Gold, stances: Mapping[frozenset[str], Stance]
) -> dict[str, float | int | str]:
    figures: dict[str, float | int | str] = {}
    if gold.conflicts is not None:
        seen = [
            one.id
            for one in gold.conflicts
            if any(stances.get(pair) in _FOUND_BY for pair in one.pairs)
        ]
        figures["headline_conflicts"] = " ".join((_of(len(seen), gold.conflicts), *seen))
    if gold.agreements is not None:
        document = {one.id: one.document for one in gold.claims}
        seen = []
        for headline in gold.agreements:
            backed = {
                document[claim]
                for pair, stance in stances.items()
                if stance is Stance.AGREES and pair <= headline.claims
                for claim in pair
            }
            # Two documents suffice; an agreement within one document needs that one.
            if len(backed) >= min(2, len({document[claim] for claim in headline.claims})):
                seen.append(headline.id)
        figures["headline_agreements"] = " ".join((_of(len(seen), gold.agreements), *seen))
    return figures
