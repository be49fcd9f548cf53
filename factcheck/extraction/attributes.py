"""What a quantity in a clause is the value of."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.extraction.events import clocked
from factcheck.extraction.holders import holder, paid_for
from factcheck.extraction.phrases import head_position, noun_phrase
from factcheck.extraction.placed import Placed
from factcheck.extraction.quantities.grammar import PERIODIC, UNENDING
from factcheck.extraction.tokens import Token
from factcheck.model.value import TIME_OF_DAY

_COMPARED = frozenset(
    "more less fewer higher lower longer shorter larger smaller greater older younger"
    " further taller wider cheaper dearer faster slower better worse".split()
)
_RELATIVE_TO = frozenset("above below from off away inland".split())
_AWAY = frozenset(["from", "away", "off"])
_SEATING = {"seat": "seat", "accommodate": "capacity", "sleep": "capacity"}
_CONTAINING = frozenset(["hold", "store", "take"])
_HOLDING = frozenset(["hold", "carry", "take", "fit"])
_CERTIFYING = frozenset("license licence certify approve authorise authorize design".split())
_ROOM = frozenset(["room", "space", "capacity"])
_AT_MOST = ("up to", "at most", "no more than", "as many as")
_PERCEIVING = frozenset(["see", "hear", "detect", "receive"])
_PERCEPTIBLE = frozenset(["visible", "audible"])
_FAR = frozenset(["from", "for", "at", "to"])
_MAKING = frozenset("build complete construct deliver develop erect finish make produce".split())
_PRICING = frozenset(["be", "cost", "come", "total", "charge", "sell", "retail", "price"])
_FLOWS = frozenset(
    "revenu profit incom turnov loss salari wage debt valu worth budget save grant donat fund sale"
    " earn surplus deficit capit asset".split()
)
"""Sums of money that are no price of their owner, as terms."""

_DIMENSIONS = {
    "tall": "height",
    "high": "height",
    "long": "length",
    "wide": "width",
    "broad": "width",
    "deep": "depth",
    "thick": "thickness",
    "old": "age",
}
_GIVING = frozenset(
    "be have estimate calculate record report measure value total number reach average amount equal"
    " exceed put stand count rise fall grow drop".split()
)
"""Verbs that give a figure of their subject and say nothing else of it."""

_CONTENTS = frozenset(["content", "level", "concentration", "share", "consumption", "rate"])
"""Nouns whose figure is one of what is named before them: "the **protein** content"."""

_DENSITIES = frozenset(["energy/mass", "energy/volume"])
_PROVIDING = frozenset("contain hold provide supply deliver pack".split())
_POINTING = frozenset("last this next each every".split())
_STANDING_FOR = frozenset("it this that they these those".split())
_FIGURES = frozenset(["number", "total", "amount", "count", "quantity", "sum"])
_LATENCY = frozenset(["within", "in", "after", "inside"])
_EXTENT = frozenset(["for", "over", "throughout", "during"])
_FRAMING = frozenset(["last", "past", "next", "previous", "following"])
_MEASURING = frozenset(["be", "measure"])
_POSSESSING = frozenset(["have", "need", "require", "offer", "guarantee"])
"""What may have time of something: "needs two years **of experience**"."""
_TAKING = frozenset(["take", "require", "need"])
_LIFE = frozenset(["life", "lifetime", "lifespan", "duration", "length"])
_PASSING = frozenset(["pass", "elapse"])
_LASTING = frozenset("last continue persist endure remain complete finish".split())


def attribute(placed: Placed) -> tuple[str, ...]:
    """Return the terms that say of what a quantity is the value, its role before them."""
    for read in _READERS:
        found = read(placed)
        if found:
            return found
    return (placed.vocabulary.terms.of_base(placed.verb),) if placed.verb else ()


def _density(placed: Placed) -> tuple[str, ...]:
    """Read "has 300 calories per 100 grams": what is told of a thing is the rate itself."""
    scale = placed.quantity.scale
    given = placed.verb in _GIVING or placed.verb in _PROVIDING
    return (scale.partition("/")[0],) if scale in _DENSITIES and given else ()


def _difference(placed: Placed) -> tuple[str, ...]:
    """Read "12 % higher", "30 times more carbon", "rose by 5 %"."""
    of = placed.subject[-1:]
    if _is_multiplied(placed):
        return ("difference", "by", *of)
    if placed.behind in _COMPARED:
        amount = placed.behind in {"more", "less", "fewer"}
        start = placed.after + 1
        stop = min(start + amount, len(placed.tokens))
        compared = placed.vocabulary.content(placed.tokens, start, stop)
        return ("difference", *(compared or (placed.behind,)), *of)
    lexicon, verb = placed.vocabulary.lexicon, placed.clause.verb
    if verb is None or (
        placed.verb not in lexicon.increases and placed.verb not in lexicon.decreases
    ):
        return ()
    bare = placed.index == verb.last + 1 and placed.quantity.scale == "proportion"
    by = placed.tokens[placed.index - 1].lower == "by"
    return ("difference", "by", *of) if bare or by else ()


def _is_multiplied(placed: Placed) -> bool:
    """Return whether a verb tells by itself by how much its subject changed: "sales doubled"."""
    verb, clause = placed.clause.verb, placed.clause
    if placed.quantity.scale != "ratio" or verb is None or verb.passive:
        return False
    following = placed.tokens[placed.after : clause.end][:1]
    done_to = any(t.tag in "DNAO" and t.lower not in _POINTING for t in following)
    return placed.index == verb.main and not done_to


def _gapped(placed: Placed) -> tuple[str, ...]:
    """Read a second subject without its verb: "… and **a day ticket** £5"."""
    tokens, low = placed.tokens, placed.index
    while low > placed.clause.start and tokens[low - 1].tag in "DNA":
        low -= 1
    verb = placed.clause.verb
    behind = verb is not None and low - 1 > verb.last
    if not behind or low == placed.index or tokens[low - 1].tag != "C" or tokens[low].tag != "D":
        return ()
    return placed.vocabulary.content(tokens, low, placed.index)


def _rate(placed: Placed) -> tuple[str, ...]:
    """Read "6 g of protein **per 100 ml**"."""
    tokens, after = placed.tokens, placed.after
    stop = min(after + 5, len(tokens) - 1)
    per = next((i for i in range(after, stop) if tokens[i].lower == "per"), None)
    if per is None:
        return ()
    basis = " ".join(token.lower for token in tokens[per + 1 : per + 3] if token.tag in "#%N")
    return ("per", basis, *(_substance(placed) or placed.subject[-1:]))


def _time(placed: Placed) -> tuple[str, ...]:
    if placed.quantity.scale == TIME_OF_DAY:
        return clocked(placed.tokens, placed.clause, placed.index, placed.vocabulary)
    if placed.quantity.unit == "age":
        verb = placed.vocabulary.terms.of_base(placed.verb)
        return ("age", verb) if placed.verb else ("age",)
    return _time_role(placed) if placed.quantity.scale == "duration" else ()


def _time_role(placed: Placed) -> tuple[str, ...]:
    """Tell how long until something happens from how long it goes on."""
    tokens, clause, index, after = placed.tokens, placed.clause, placed.index, placed.after
    window = [token.lower for token in tokens[max(clause.start, index - 4) : after]]
    behind = [token.lemma for token in tokens[after : after + 4]]
    noun_follows = after < min(len(tokens), clause.end) and tokens[after].tag in "NA"
    if placed.behind == "long" or placed.quantity.unit in UNENDING:
        return ("extent",)
    of = after < clause.end and tokens[after].lower == "of" and placed.verb in _POSSESSING
    if of or "-" in tokens[index].lower or (noun_follows and "time" not in window):
        noun = placed.vocabulary.content(tokens, *noun_phrase(tokens, after + of, clause.end))
        if noun:
            return ("extent", *noun[-1:])
    if placed.verb in _TAKING or _until(tokens, after):
        finishing = any(lemma in _LASTING for lemma in behind)
        return ("extent",) if finishing else ("latency",)
    if placed.verb in _LASTING:
        return ("extent",)
    if placed.verb in _PASSING:
        return ("latency",)
    if "ago" in behind[:1] or "since" in window:
        return ("past",)
    if "every" in window or "each" in window:
        return ("interval",)
    for word in reversed(window):
        if word in _FRAMING:
            return ("when",)
        if word in _EXTENT:
            return ("extent",)
        if word in _LATENCY:
            return ("latency",)
    verb, head = clause.verb, head_position(tokens, *clause.subject)
    named = {tokens[verb.first - 1].lemma, tokens[head].lemma} if verb and head is not None else {}
    if verb is not None and verb.copula and not _LIFE.isdisjoint(named):
        return ("extent",)
    return ("duration",)


def _until(tokens: list[Token], after: int) -> bool:
    """Return whether a duration is one until something comes about: "two weeks to show effects".

    Further times may be coordinated with it: "weeks or even a long time to show effects".
    """
    index = after
    while index < len(tokens) and (tokens[index].tag in "CDRAN" or tokens[index].lower == "as"):
        index += 1
    coordinated = index == after or tokens[after].tag == "C" or tokens[after].lower == "as"
    return (
        coordinated
        and index + 1 < len(tokens)
        and (tokens[index].tag == "T" and tokens[index + 1].tag in "VX")
    )


def _counted(placed: Placed) -> tuple[str, ...]:
    """Read what is counted: "40 **strains**", "a third **of the members**", "seven-**member**"."""
    scale = placed.quantity.scale
    if not scale.startswith(("count", "proportion")):
        return ()
    if scale == "count":
        capacity = _capacity(placed)
        if capacity:
            counted = placed.vocabulary.terms.of((placed.quantity.noun or "people").split()[-1])
            return (counted, placed.vocabulary.terms.of(capacity))
    noun = placed.quantity.noun or (placed.quantity.unit if scale.startswith("count") else "")
    if scale == "count/day" and _is_period(noun.split()[-1:], placed):
        return ("interval",)
    if noun and scale == "proportion" and _is_cut(noun, placed):
        start = placed.after + (placed.behind == "of")
        return placed.head_of(*noun_phrase(placed.tokens, start, placed.clause.end))
    if noun:
        return tuple(placed.vocabulary.terms.of(word.lower()) for word in noun.split())[-2:]
    joined = placed.tokens[placed.after : placed.after + 2]
    if [token.tag for token in joined] == [".", "N"] and joined[0].lower == "-":
        return placed.vocabulary.parts(joined[1])
    token = placed.tokens[placed.index]
    return placed.vocabulary.parts(token)[-1:] if "-" in token.lower else ()


def _is_cut(noun: str, placed: Placed) -> bool:
    """Return whether a noun is only the letters of a word with figures: "CO2 emissions"."""
    letters = noun.rsplit(maxsplit=1)[-1].lower()
    near = placed.tokens[placed.after : placed.after + 5]
    return any(t.lower.startswith(letters) and t.lower[-1:].isdigit() for t in near)


def _is_period(words: list[str], placed: Placed) -> bool:
    """Return whether a rate counts no things but times: "every ten **minutes**", "twice a day"."""
    units = placed.vocabulary.lexicon.units
    if not words or words[0] in PERIODIC:
        return True
    return words[0] in units and units[words[0]].scale == "duration"


def _held(placed: Placed) -> tuple[str, ...]:
    """Read what fits into a thing: "the tank **holds** 300 litres"."""
    fits = placed.verb in _CONTAINING and placed.quantity.scale in {"volume", "data"}
    return (placed.vocabulary.terms.of("capacity"),) if fits else ()


def _capacity(placed: Placed) -> str:
    """Return in what respect a count is of those who fit in: "**seats** 80", "**room** for 80"."""
    tokens, index, verb = placed.tokens, placed.index, placed.clause.verb
    if placed.verb in _SEATING:
        return _SEATING[placed.verb]
    if index >= 2 and tokens[index - 1].lower == "for" and tokens[index - 2].lower in _ROOM:
        return "capacity"
    if verb is not None and verb.passive and placed.verb in _CERTIFYING:
        leads = tokens[index - 1].lower == "for" or tokens[index - 1].lemma in _HOLDING
        return "capacity" if leads else ""
    limited = placed.quantity.text.lower().startswith(_AT_MOST)
    able = verb is not None and any(t.tag == "M" for t in tokens[verb.first : verb.main])
    return "capacity" if placed.verb in _HOLDING and (limited or able) else ""


def _distance(placed: Placed) -> tuple[str, ...]:
    """Read "20 metres **from** the edge", "12 miles **inland**"."""
    relative = placed.behind in _RELATIVE_TO and not _spanned(placed)
    if placed.quantity.scale == "length" and _perceived(placed):
        return (placed.vocabulary.terms.of("range"),)
    if placed.quantity.scale != "length" or not relative:
        return ()
    return ("from",) if placed.behind in _AWAY else (placed.behind,)


def _perceived(placed: Placed) -> bool:
    """Return whether a length is how far a thing reaches: "can be seen from 20 miles"."""
    tokens, verb = placed.tokens, placed.clause.verb
    before = tokens[placed.index - 1].lower if placed.index else ""
    if verb is None or before not in _FAR:
        return False
    able = any(t.tag == "M" for t in tokens[verb.first : verb.main])
    seen = verb.passive and able and placed.verb in _PERCEIVING
    between = tokens[verb.last + 1 : placed.index]
    return seen or (verb.copula and any(token.lower in _PERCEPTIBLE for token in between))


def _spanned(placed: Placed) -> bool:
    """Return whether a thing is measured from one of its ends to the other."""
    rest = placed.tokens[placed.after : placed.clause.end]
    ends = placed.behind == "from" and any(token.lower == "to" for token in rest)
    return ends and placed.verb == "measure"


def _alone(placed: Placed) -> bool:
    """Return whether a measure is all that is said of the subject: "is 29 m", "measures 29 m"."""
    verb, tokens, after = placed.clause.verb, placed.tokens, placed.after
    if verb is None or placed.verb not in _MEASURING:
        return False
    ended = after >= placed.clause.end or tokens[after].tag == "."
    follows = all(token.tag == "R" for token in tokens[verb.last + 1 : placed.index])
    return follows and (ended or _spanned(placed))


def _usual(placed: Placed) -> tuple[str, ...]:
    """Read what is measured of the subject where only a length is given: "a 29 m **tower**"."""
    if placed.quantity.scale != "length":
        return ()
    held = holder(placed)
    if held:
        return placed.vocabulary.dimensions.get(held[-1], ())
    low, high = placed.clause.subject
    inside = low <= placed.index < high
    if not inside and not _alone(placed):
        return ()
    end = noun_phrase(placed.tokens, placed.after, high)[1]
    if inside and head_position(placed.tokens, low, high) != end - 1:
        return ()
    return placed.vocabulary.dimensions.get("".join(placed.subject[-1:]), ())


def _substance(placed: Placed) -> tuple[str, ...]:
    """Read what an amount is of: "6 g **of protein**"."""
    start = placed.after + 1
    if start >= placed.clause.end or placed.behind != "of":
        return ()
    return placed.head_of(*noun_phrase(placed.tokens, start, placed.clause.end))


def _price(placed: Placed) -> tuple[str, ...]:
    """Read "a ticket is £5" as "a ticket costs £5"; a profit is a sum of its own."""
    if not placed.quantity.scale.startswith("money:"):
        return ()
    if paid_for(placed) or _made_for(placed):
        return (placed.vocabulary.terms.of("cost"),)
    if placed.verb not in _PRICING:
        return ()
    head = _given(placed) if placed.verb == "be" else ()
    return head if _FLOWS & set(head) else (placed.vocabulary.terms.of("cost"),)


def _made_for(placed: Placed) -> bool:
    """Return whether a sum is what making the subject took: "was built for £7 million"."""
    verb = placed.clause.verb
    made = verb is not None and verb.passive and placed.verb in _MAKING
    return made and placed.tokens[placed.index - 1].lower == "for"


def _measured(placed: Placed) -> tuple[str, ...]:
    """Read "29 m tall", "a height of 29 m", "a 29 m tower", "its range is 18 miles"."""
    tokens, clause, vocabulary = placed.tokens, placed.clause, placed.vocabulary
    if placed.behind in _DIMENSIONS:
        return (vocabulary.terms.of(_DIMENSIONS[placed.behind]),)
    if placed.behind in vocabulary.lexicon.degrees:
        return vocabulary.parts(tokens[placed.after])
    if placed.after < clause.end and tokens[placed.after].tag == "N":
        return vocabulary.content(tokens, *noun_phrase(tokens, placed.after, clause.end))[-1:]
    position = placed.index - 1
    while position > clause.start and tokens[position].tag in "RI":
        if tokens[position].lower == "of":
            break
        position -= 1
    noun = tokens[position - 1]
    if position == 0 or tokens[position].lower != "of" or noun.tag != "N":
        return ()
    if noun.lower in _FIGURES:
        return ()
    before = tokens[position - 2]
    whose = vocabulary.parts(before) if noun.lower in _CONTENTS and before.tag == "N" else ()
    return _as_distance((*whose, *vocabulary.parts(noun)), placed)


def _given(placed: Placed) -> tuple[str, ...]:
    """Read what the subject gives the figure of: "the **number of mills** is 31"."""
    if placed.verb and placed.verb not in _GIVING:
        return ()
    low, high = placed.clause.subject
    head = head_position(placed.tokens, low, high)
    if head is not None and placed.tokens[head].lower in _FIGURES and head + 2 < high:
        low = head + 2
    if head is not None and placed.tokens[head].lower in _CONTENTS:
        before = head - 1
        named = before >= low and placed.tokens[before].tag == "N"
        return placed.vocabulary.content(placed.tokens, before if named else head, head + 1)
    alone = high - low == 1 and placed.tokens[low].lower in _STANDING_FOR
    own = () if alone else placed.head_of(low, high)
    return _as_distance(own or placed.subject[-1:], placed)


def _named_before(placed: Placed) -> tuple[str, ...]:
    """Read what brackets tell of a noun: "receive **exemestane** (25 mg)"."""
    tokens, before = placed.tokens, placed.index - 2
    opens = before >= placed.clause.start and tokens[before + 1].lower == "("
    return placed.vocabulary.parts(tokens[before]) if opens and tokens[before].tag == "N" else ()


def _as_distance(terms: tuple[str, ...], placed: Placed) -> tuple[str, ...]:
    """Return "the **distance** between them is 20 metres" as "20 metres **from**"."""
    return ("from",) if terms == (placed.vocabulary.terms.of("distance"),) else terms


_READERS: tuple[Callable[[Placed], tuple[str, ...]], ...] = (
    _difference,
    _gapped,
    _density,
    _rate,
    _time,
    _counted,
    _distance,
    _substance,
    _held,
    _price,
    _usual,
    _measured,
    _given,
    _named_before,
)
"""Tried in this order; the first that has something to say decides."""
