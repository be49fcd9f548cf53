"""The judge of a finished run, ready to be asked again."""

from __future__ import annotations

from functools import cached_property

from attrs import define, evolve, field, fields

from factcheck.explaining.lexical import Entries, entries_of
from factcheck.judging import Context, RuleJudge
from factcheck.judging.alignment import Alignment, align
from factcheck.judging.finding import Finding
from factcheck.judging.rules import Rule, applicable
from factcheck.model import CandidatePair, Claim, Judgement, Run
from factcheck.pipeline import make_pipeline
from factcheck.settings import Settings


@define
class Bench:
    """Judges pairs of a run as the run did, or with something otherwise.

    The claims of a run are linked already; linking them again weighs and labels their terms as
    it did then.
    """

    run: Run = field(repr=False)

    @cached_property
    def settings(self) -> Settings:
        """The settings of the run."""
        known = {each.name for each in fields(Settings)}
        return Settings(**{k: v for k, v in self.run.settings.items() if k in known})  # type: ignore[arg-type]

    @cached_property
    def judge(self) -> RuleJudge:
        """The judge with all rules that the run used."""
        pipeline = make_pipeline(self.settings)
        judge = pipeline.make_judge(pipeline.linker(self.run.claims, self.run.corpus))
        assert isinstance(judge, RuleJudge)
        return judge

    @cached_property
    def entries(self) -> Entries:
        """The entries of the lexicon packs that the run used."""
        return entries_of(self.settings.packs, self.context.relations.terms)

    @property
    def context(self) -> Context:
        """What the judge knows besides the claims."""
        return self.judge.context

    def align(self, pair: Judgement) -> Alignment:
        """Return how far the claims of a judgement are about the same thing."""
        return align(pair.a, pair.b, self.context, together=_together(pair))

    def heard(self, rule: Rule, pair: Judgement) -> tuple[Finding | None, Judgement | None]:
        """Return what a rule finds by itself, and what the guards leave of it."""
        alignment = self.align(pair)
        apt = applicable((rule,), pair.a, pair.b, self.context)
        found = next((r.compare(pair.a, pair.b, alignment, self.context) for r in apt), None)
        alone = evolve(self.judge, rules=(rule,))
        return found, alone.judge(CandidatePair(pair.a, pair.b, (), together=_together(pair)))

    def again(
        self,
        pair: Judgement,
        a: Claim | None = None,
        b: Claim | None = None,
        *,
        without: str = "",
        context: Context | None = None,
    ) -> Judgement | None:
        """Return the judgement with a claim, a rule or the context otherwise.

        It is None where no rule speaks, or the confidence falls below that of the settings.

        Args:
            pair: the judgement as it is.
            a: stands in for the first claim.
            b: stands in for the second.
            without: id of a rule to leave out.
            context: stands in for what the judge knows.
        """
        judge = evolve(
            self.judge,
            rules=tuple(rule for rule in self.judge.rules if rule.id != without),
            context=context or self.context,
        )
        found = judge.judge(CandidatePair(a or pair.a, b or pair.b, (), together=_together(pair)))
        low = found is None or found.confidence < self.settings.min_confidence
        return None if low else found

    def uses(self, rule: Rule) -> bool:
        """Return whether the run asked a rule."""
        return rule in self.judge.rules


def _together(pair: Judgement) -> bool:
    return pair.grounds is not None and pair.grounds.together
