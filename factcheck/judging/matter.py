"""Whether two values are of one matter: of one attribute, subject, event, order or share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.judging.alignment import PERIODS, Alignment, alike, was_then
from factcheck.judging.context import Context
from factcheck.judging.narrowing import LIFE
from factcheck.model import Claim, Direction, Value
from factcheck.model.value import DATES

BEING = frozenset(
    "be have contain includ hold compris consist number total featur possess boast estim calcul put"
    " record report measur averag amount equal exist remain see count seat accommod sleep".split()
)
_RUNNING = frozenset(["run", "oper", "own"])
_HAVING = BEING - {"be", "remain", "number", "total"}
_NEEDING = frozenset(["be", "mandat", "suffic"])
_ENOUGH = re.compile(r"\b(?:enough|sufficient|suffices?|needed|required|necessary)\b")
_PLAINLY = frozenset(["be", "have"])
# "Store" has the term of "shop".
GOING_ON = frozenset(
    "be long last continu run go take stay remain keep shop preserv endur persist stretch".split()
)
_LACKING = re.compile(
    r"\b(?:too (?:little|few)|not enough|lack(?:s|ed|ing)?|deficien\w+|insufficient|without"
    r"|no(?! (?:more|less|fewer|longer)))\b",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\b(?:takes?|took|taking) [^,;]*?(?:(?:second|minute|hour|day|week|month|year|decade)s?|long)"
    r" to (?!the\b|an?\b|this\b|that\b|its\b)([a-z]+)"
)
_COMING = frozenset("come leav depart arriv oper serv sail ceas".split())
_CAPACITY = frozenset(["capac"])
_PERSONS = frozenset("human_be person passeng guest visit spectat student diner".split())
_MAKING_UP = frozenset("account caus repres constitut form emit releas produc contribut".split())
"""Terms for being the share of a whole: "**causes** 8 % of emissions", "**accounts for** 4 %"."""
_FOUND = frozenset("find observ see note report record detect".split())
_GIVEN = re.compile(
    r"\b(?:is|was|are|were|be|at|of|reached|remained|averaged)"
    r" (?:[a-z]+ ){0,2}[\d.]+ ?(?:%|per ?cent)"
)
_SHARED = re.compile(
    r"(?:%|cent|half|thirds?|quarters?|fifths?|tenths?|most|majority|share|all|some|many|few|one)"
    r" of (?:all |the |these |its |their |our |his |her )?([a-z]+)"
)
_OVER = re.compile(
    r"\b(since|between|from|during|until|by (?=\d{4})|over the|in the (?:last|past|next)|will|could"
    r"|may|might|would)\b"
)
_ROUND = 2
"""Digits that tell of a figure that may be another's by chance."""

_ONCE = frozenset(["event:birth", "event:death", "event:foundation"])
_KEPT_APART = frozenset(["difference", "per"])
_CHANGED_BY = frozenset(["difference", "by"])
_NAMING = re.compile(
    r" (?:of|over|about|for|to|on|at|behind|beneath|beside|near|under|around|along|above|before"
    r"|after|past|below|opposite|against|across|next to) "
)
_ANY = ("a ", "an ", "A ", "An ")
_PICKED = re.compile(r"\w (?:with|without|over|under|above|below|larger than|smaller than) ")
_KNOWN = re.compile(r"(?:the|these|those|its|their|our|his|her|both) ", re.IGNORECASE)
_OWNING = re.compile(r"\w(?:['’]s|s['’]) \w")

SAME_NAME = 0.75
"""Likeness of two subjects from which a shared name is not only a shared part of a name."""


def same_attribute(first: Value, second: Value) -> bool:
    """Return whether two values on one scale are of one attribute, in the same role."""
    one, other = set(first.attribute), set(second.attribute)
    if one & _KEPT_APART != other & _KEPT_APART or "when" in one:
        return False
    if "difference" in one:
        return first.attribute[1:2] == second.attribute[1:2]
    if "rank" in one or "clock" in one:
        return one == other
    if "per" in one:
        return first.attribute[1] == second.attribute[1] and bool(
            set(first.attribute[2:]) & set(second.attribute[2:])
        )
    if not one or not other:
        return False
    if first.scale == "duration":
        roles = (first.attribute[0], second.attribute[0])
        if roles[0] != roles[1]:
            return False
        rest = (one - {roles[0]}, other - {roles[1]})
        return bool(rest[0] & rest[1]) or (not rest[0] and not rest[1])
    if first.scale == "proportion":
        return one == other == {"frequency"} or bool((one & other) - {"share", "frequency"})
    if one & other >= _CAPACITY:
        return bool(one & other - _CAPACITY) or (one | other) - _CAPACITY <= _PERSONS
    return bool(one & other)


def _over_one_time(a: Claim, b: Claim) -> bool:
    """Return whether two changes by an amount are told of no period, or of periods told alike.

    "Rose by 2 %" and "rose by 9 % since 1950" are of two periods, and so is what may still rise.
    """
    first, second = (frozenset(_OVER.findall(claim.text.lower())) for claim in (a, b))
    return first == second


def _changed_apart(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether what changes in each is nothing of which the other speaks.

    "The range of the car falls by a third" and "cars lose half of their value" are two changes,
    and so are those of "injuries among cyclists" and of "cyclists".
    """
    first, second = ({term for one in claim.changes for term in one.of} for claim in (a, b))
    if first - b.vocabulary and second - a.vocabulary:
        return True
    heads = [{one.of[-1] for one in claim.changes} - context.measures for claim in (a, b)]
    return all(heads) and bool(heads[0] - b.vocabulary or heads[1] - a.vocabulary)


def same_matter(
    a: Claim, b: Claim, first: Value, second: Value, alignment: Alignment, context: Context
) -> bool:
    """Return whether the claims share subject and, beyond it, what the value is of."""
    if first.scale not in PERIODS and "time" in alignment.differing:
        return False
    if first.attribute == second.attribute == ("from",):
        # A distance is one between two things, whichever of them is the subject.
        return alignment.containment >= 0.5
    if alignment.subject < 0.5 or ((_open(a) or _open(b)) and not _one_antecedent(a, b)):
        return False
    changed = "difference" in first.attribute and not alignment.together
    apart = "by" in first.attribute and _changed_apart(a, b, context)
    if (
        apart
        or (changed and not _over_one_time(a, b))
        or (happens_once(first, second) and alignment.subject < SAME_NAME)
    ):
        return False
    if not alignment.together and (_of_a_part(a, b, first, second, context) or _of_one_sort(a, b)):
        return False
    if first.scale == "duration" and first.attribute[0] == "latency":
        return _same_effect(a, b, alignment, context)
    if first.scale in DATES and "part" in alignment.differing:
        return False
    if first.scale == "duration" and not _same_course(a, b, context):
        return False
    fits = {*first.attribute} & {*second.attribute} >= _CAPACITY
    if (
        first.scale.startswith("count")
        and not fits
        and (_only_then(a, b, first) or not _same_event(a, b, first, alignment, context))
    ):
        return False
    if first.scale == "ordinal":
        return _same_order(a, b, first)
    if "clock" in first.attribute and _timed(a) != _timed(b):
        return False
    attribute = set(first.attribute) & set(second.attribute)
    if attribute >= _CHANGED_BY:
        return True
    if first.scale == "proportion" and not _same_share(a, b, attribute, context):
        return False
    if attribute == {"frequency"}:
        return bool(set(a.predicate) & set(b.predicate)) and alignment.containment >= 0.6
    return _one_antecedent(a, b) or any(term not in attribute for term in alignment.shared)


def _of_a_part(a: Claim, b: Claim, first: Value, second: Value, context: Context) -> bool:
    """Return whether one subject only names the other, or what both are about, to say which it is.

    "The saloon of the ferry" is not the ferry, nor "the inn behind the mill" the mill, and "the
    lawsuit over the mill" is not its construction; "the depth of the lake" is what is given of it.
    """
    one, other = context.once(_matter_of, a), context.once(_matter_of, b)
    if not (one or other):
        return False
    given = {*first.attribute, *second.attribute, *context.measures, *context.relations.effects}
    given |= LIFE
    if one and other and not {one, other} & given:
        return not context.of_one_kind(one, other)
    for whole, part, core in ((a, b, other), (b, a, one)):
        if core and core not in given and core not in whole.terms and first.scale != "proportion":
            things = [term for term in whole.subject_terms if term not in given]
            named = not whole.subject or bool(set(things[-1:]) & set(part.subject_terms))
            return named and not (things and context.is_a(core, things[-1]))
    return False


def _of_one_sort(a: Claim, b: Claim) -> bool:
    """Return whether one subject is a sort of the other: "a queue", "a dead-letter queue".

    So it is where one of two says with what they are: "calls", "calls with a token".
    """
    if a.subject is None or b.subject is None or a.subject.head != b.subject.head:
        return False
    first, second = set(a.subject_terms), set(b.subject_terms)
    if not (first < second or second < first):
        return False
    longer = b.subject.text if first < second else a.subject.text
    known = _KNOWN.match(a.subject.text) or _KNOWN.match(b.subject.text)
    picked = not known and bool(_PICKED.search(longer))
    return picked or (a.subject.text.startswith(_ANY) and b.subject.text.startswith(_ANY))


def _matter_of(claim: Claim, context: Context) -> str:
    """Return what a subject is that names something else to say which: "**inn** behind the mill".

    So does what has an owner, "the mill's **inn**". Of a doing it is the verb: "**building** the
    mill". Empty where it names nothing else.
    """
    subject = claim.subject
    if subject is None or len(subject.terms) < 2:
        return ""
    if _OWNING.search(subject.text):
        return subject.head
    if subject.resolved:
        return ""
    opening = subject.text.partition(" ")[0].lower()
    if opening.endswith("ing"):
        # The noun may have a term of its own: a painting is no doing.
        stem = opening.removesuffix("ing")
        if subject.terms[0] in map(context.relations.terms.of, (opening, stem, f"{stem}e")):
            return subject.terms[0]
    return subject.head if _NAMING.search(subject.text) else ""


def happens_once(first: Value, second: Value) -> bool:
    """Return whether two dates are of what happens to anybody once: birth, death, foundation."""
    return bool(_ONCE & set(first.attribute) & set(second.attribute))


def _open(claim: Claim) -> bool:
    """Return whether a claim's subject is a pronoun that may stand for anybody."""
    return claim.subject is not None and not claim.subject.terms


def _one_antecedent(a: Claim, b: Claim) -> bool:
    """Return whether both subjects stand for one thing that was named before."""
    if a.subject is None or b.subject is None:
        return False
    same = a.subject.text.lower() == b.subject.text.lower()
    return same and a.subject.resolved and b.subject.resolved


def _same_event(a: Claim, b: Claim, value: Value, alignment: Alignment, context: Context) -> bool:
    """Return whether the counts are of the same event, or of plainly being there.

    Two claims that are alike but for the verb are of one, unless they count who acts: "two dogs
    run" and "two dogs sleep" are not.
    """
    first, second = set(a.predicate), set(b.predicate)
    if (first <= BEING and second <= BEING) or (_is_enough(a) and _is_enough(b)):
        return True
    if _both_required(a, b, context):
        return True
    if first | second <= BEING | _RUNNING and (first <= BEING or second <= BEING):
        return True
    if value.scale == "count/day":
        coming = first | second <= BEING | GOING_ON | _COMING
        if coming or first & set(b.terms) or second & set(a.terms):
            return True
    # What something is done to by somebody does not act.
    acting = [
        bool({*(claim.limits("agent") or claim.subject_terms)} & {*value.attribute})
        for claim in (a, b)
    ]
    if first & second:
        done = [_done_to(claim) for claim in (a, b)]
        elsewhere = all(acting) and not alignment.together and all(done) and not done[0] & done[1]
        return acting[0] == acting[1] and not elsewhere
    return not any(acting) and alike(a, b, alignment, besides=value.attribute)


def _done_to(claim: Claim) -> frozenset[str]:
    """Return what something is done to: "cars cross **it**", "**it** is crossed by cars"."""
    if claim.limits("agent"):
        return frozenset(claim.subject_terms)
    return frozenset(claim.object.terms if claim.object is not None else ())


def requires(claim: Claim, context: Context) -> bool:
    """Return whether a claim says what has to be: "must have", "requires", "the minimum is"."""
    terms = context.relations.terms
    return "advised" in claim.limits("modality") or terms.of_base("require") in claim.predicate


def _both_required(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether two claims say how much there has to be: "must have ten", "needs ten"."""
    plain = BEING | {context.relations.terms.of_base("require")}
    return {*a.predicate, *b.predicate} <= plain and all(
        context.once(requires, claim) for claim in (a, b)
    )


def _is_enough(claim: Claim) -> bool:
    """Return whether a claim tells how many it takes: "one coat is enough", "two are needed"."""
    return set(claim.predicate) <= _NEEDING and bool(_ENOUGH.search(claim.text))


def acts_alone(a: Claim, b: Claim, first: Value, second: Value) -> bool:
    """Return whether only one of two counts is of who or what does something, or has it done.

    "The hall has 350 seats" and "350 seats were sold" give a figure each. A figure of three digits
    that tell, such as 137, is hardly met twice by chance.
    """
    if first.scale != "count" or len(f"{int(first.interval.low)}".rstrip("0")) > _ROUND:
        return False
    doing = {
        bool(set(claim.subject_terms) & set(value.attribute)) and not set(claim.predicate) <= BEING
        for claim, value in ((a, first), (b, second))
    }
    having = any({*claim.predicate} & _HAVING for claim in (a, b))
    return having and len(doing) == 2


def _only_then(a: Claim, b: Claim, value: Value) -> bool:
    """Return whether only one claim is of a time of its own: "in 1900, it had nine stations"."""
    lasting = value.scale == "count/day" or {*a.predicate, *b.predicate} <= BEING
    return lasting and was_then(a) is not was_then(b)


def _same_course(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether two durations are of one event, or of plainly going on."""
    first, second = set(a.predicate), set(b.predicate)
    if _both_required(a, b, context):
        return True
    return bool(first & second) or (first <= GOING_ON and second <= GOING_ON)


def _timed(claim: Claim) -> bool:
    """Return whether a claim says on which days or in which season it holds: "on Sundays"."""
    return bool(claim.limits("setting"))


def _same_order(a: Claim, b: Claim, value: Value) -> bool:
    """Return whether nothing sets apart the orders in which two claims give a place."""
    named = {*value.attribute, *a.predicate, *b.predicate}
    for claim in (a, b):
        named.update(claim.subject_terms)
    rest_a, rest_b = set(a.terms) - named, set(b.terms) - named
    return bool(rest_a & rest_b) or not rest_a or not rest_b


def _same_effect(a: Claim, b: Claim, alignment: Alignment, context: Context) -> bool:
    """Return whether two latencies are until the same: both until it works, or a shared event."""
    if _fades(a, context) is not _fades(b, context):
        return False
    effects = context.relations.effects - {"take"}
    if set(a.terms) & effects and set(b.terms) & effects:
        return True
    for one, other in ((a, b), (b, a)):
        aim = _AIM.search(one.text)
        if aim and context.relations.terms.of(aim[1]) not in other.vocabulary:
            # What takes so long to build may take another time to cross.
            return False
    subjects = {*a.subject_terms, *b.subject_terms}
    return any(term not in subjects for term in alignment.shared)


def _fades(claim: Claim, context: Context) -> bool:
    """Return whether a claim says how soon an effect is over: "wears off within an hour"."""
    return any(
        change.direction is Direction.DECREASES and set(change.of) & context.relations.effects
        for change in claim.changes
    )


def _same_share(a: Claim, b: Claim, attribute: set[str], context: Context) -> bool:
    """Return whether two shares are of what does or is the same.

    "40 per cent of patients improve" and "20 per cent of patients drop out" are two shares, and
    so are "9 per cent of trains are late" and "8 per cent of trains are old", and the share of
    those who "have too little" and of those who "make enough".
    """
    if bool(_LACKING.search(a.text)) is not bool(_LACKING.search(b.text)):
        return False
    if _of_a_share(a, b, attribute, context) or (
        {*a.predicate, *b.predicate} <= _FOUND and _parted(a, b)
    ):
        return False
    first, second = set(a.predicate) - _PLAINLY, set(b.predicate) - _PLAINLY
    if first and second and first | second <= _MAKING_UP:
        return True
    if first and second and not (first & set(b.terms) or second & set(a.terms)):
        return False
    return bool(first) is not bool(second) or _same_rest(a, b, attribute, context)


def _of_a_share(a: Claim, b: Claim, attribute: set[str], context: Context) -> bool:
    """Return whether only one share is a part of a thing: "19 % of deaths", "deaths are 8 %"."""
    terms = context.relations.terms
    parts = [
        any(terms.of(word) in attribute for word in _SHARED.findall(claim.text)) for claim in (a, b)
    ]
    given = [
        claim.subject is not None
        and claim.subject.head in attribute
        and bool(_GIVEN.search(claim.text))
        for claim in (a, b)
    ]
    return (parts[0] and given[1] and not parts[1]) or (parts[1] and given[0] and not parts[0])


def _parted(a: Claim, b: Claim) -> bool:
    """Return whether each subject has a term of its own."""
    one, other = set(a.subject_terms), set(b.subject_terms)
    return bool(one - other) and bool(other - one)


def _same_rest(a: Claim, b: Claim, besides: Iterable[str], context: Context) -> bool:
    """Return whether two claims share something more, or one says no more.

    What is more is neither their subjects and verbs nor what only says in what respect.
    """
    given = {*besides, *a.predicate, *b.predicate, *context.measures, *context.relations.effects}
    given.update(a.subject_terms, b.subject_terms)
    one, other = set(a.terms) - given, set(b.terms) - given
    return bool(one & other) or not (one and other)
