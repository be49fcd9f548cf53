"""What the grammar finds."""

from __future__ import annotations

from factcheck.lexicon.schema import Unit
from factcheck.model.frozen import immutable
from factcheck.model.value import Interval


@immutable(auto_attribs=True, frozen=True)
class Quantity:
    """A quantity in a text, as an interval on a scale.

    Attributes:
        start, end: where it stands: ``text == source[start:end]``.
        text: its words, with those that bound it ("at least five years").
        scale: as :class:`factcheck.model.value.Value` names them; rates are
            ``<scale>/<what>``, with lengths of time counted in days (``mass/day``).
        interval: what the words allow, in the base unit of the scale.
        approximate: whether a word such as "about" widened the interval.
        unit: the unit as written, ``age`` for ages, the counted noun for counts, else empty.
        noun: for counts and shares the noun counted ("adults" in "20% of adults").
        number_end: where the number ends with its unit and what bounds it; before ``end`` where
            the counted noun stands in between ("12 or more" in "12 or more ships").
        numeral: whether figures or number words state it; "most", "third" and "twice" do not.
        named: for dates the days that the words name, whatever bounds them: one period ("until
            **1974**"), or both ends of a range ("from **1974** to **1980**").
    """

    start: int
    end: int
    text: str
    scale: str
    interval: Interval
    approximate: bool
    unit: str
    noun: str = ""
    number_end: int = 0
    numeral: bool = True
    named: tuple[Interval, ...] = ()


@immutable(auto_attribs=True, frozen=True)
class Reading:
    """A quantity in terms of the tokens ``[first, after)`` that it was read from.

    ``measured`` is the unit that its numbers were converted by, None where there is none;
    ``counted`` is the first token behind the number that names what it counts, 0 if none does.
    """

    first: int
    after: int
    scale: str
    interval: Interval
    approximate: bool = False
    unit: str = ""
    noun: str = ""
    measured: Unit | None = None
    counted: int = 0
    named: tuple[Interval, ...] = ()
