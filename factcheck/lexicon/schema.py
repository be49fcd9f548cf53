"""What a lexicon knows about words."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen


@frozen
class Degree:
    """Where a word stands on a dimension: "rapid" is at the upper end of ``speed``.

    Attributes:
        dimension: what the word measures (``amount``, ``speed``, ``cost``, ``size``, ``age``,
            ``safety``, ``difficulty``, ``importance``, ``effectiveness``, …).
        low, high: the part of the scale from 0 (none) to 1 (as much as can be) that it allows.
    """

    dimension: str
    low: float
    high: float


@frozen
class Unit:
    """How a unit's number becomes one in the base unit of its scale.

    ``base = number * factor + offset``.
    """

    scale: str
    factor: float
    offset: float = 0.0


@frozen(eq=False)
class Lexicon:
    """Facts about English words, merged from the packs that a run uses.

    Words and phrases are lower case, in their base form, without inflections unless a field
    says otherwise; phrases have single spaces. A lexicon equals itself only, so that what a word is
    under it can be kept by both.

    Attributes:
        packs: names of the packs, in the order in which they were merged.
        verbs: verb lemmas that hardly ever serve as nouns ("provide").
        noun_verbs: verb lemmas that are as often nouns ("block", "increase").
        irregular: inflected form to lemma, for verbs and plurals ("gave": "give").
        adverbs, adjectives: base forms that endings do not give away ("often", "new").
        circumstances: those of the adverbs that tell where or how ("abroad", "online").
        negators: words and phrases that deny the clause they stand in ("not", "no longer").
        negative_determiners: deny the noun phrase they open ("no", "neither").
        negative_prepositions: deny what follows ("without", "free of").
        negative_verbs: deny their complement ("fail", "lack", "rule out", "prevent").
        not_negative: phrases that hold a negator without denying ("not only", "no doubt").
        hedges: words and phrases that weaken commitment ("may", "appear to", "possibly").
        reporting_verbs: introduce what somebody says ("report", "argue").
        reporting_nouns: stand for who says it ("study", "critic", "according to").
        distancing: phrases that mark a position as reported but not shared ("used to be
            thought", "critics claim", "it is a myth that").
        inventions: nouns for what is told and need not be true ("novel", "hoax", "legend").
        reports: nouns for what is told and may be true or false ("report", "rumour").
        falsehoods: words that call what is told false ("untrue", "a hoax").
        truths: words that call what is told true ("correct", "confirmed").
        increases, decreases, unchanged: verbs, nouns and adjectives of change.
        improves, worsens: verbs, nouns and adjectives of change for the better or worse.
        affects: words that say that one thing bears on another, not which way.
        relates: words that say that two things go together.
        causes, prevents: words by which their object comes about, or is kept from it.
        helps, useless: words that say that something serves its purpose, or does not.
        absences: words for a thing's lacking or being switched off ("deficiency", "knockout").
        undesirable: nouns of which less is better ("pain", "cost", "symptom", "risk").
        degrees: adjective, adverb or noun to the degrees it can mean.
        appraisals: word or phrase to the degrees to which it speaks for a thing (1) or against
            it (0), in a respect ("unproven": 0 to 0.3 of ``maturity``).
        proportions: quantifier or frequency word to its share from 0 to 1 ("most": (0.5, 1)).
        risk_nouns: nouns that frame something as possible harm ("risk", "danger", "potential").
        antonyms: word to the words that exclude it ("accept": {"reject"}).
        synonyms: word or phrase to the canonical one of its group.
        disjoint: groups of class nouns of which one thing can be only one.
        makers: verbs of which a thing has one doer ("design", "invent").
        agencies: verb with what follows it, or role, to what it says that somebody does or has, of
            which a thing has one doer ("own", "belong to", "owner": ("ownership",)).
        homes: verbs that say where a thing is for good, or comes from ("lie", "originate").
        roles: nouns and superlatives for what there is one of ("capital", "author", "largest").
        heights, lengths: nouns for things whose plain measure is their height ("a 30-metre
            tower") or their length ("a 30-metre bridge").
        materials: nouns and adjectives for what things are made of ("oak", "wooden").
        broader: class noun to the nouns it is a kind of ("hormone": {"substance"}).
        garbled: garbled phrase to the standard term ("bosom peril": "breast cancer").
        generic: nouns that point back to the matter in hand ("treatment", "method").
        measures: nouns that only say in what respect ("level", "rate").
        contrasts: words that set one of a kind apart from the others ("old", "upper").
        leading: nouns that lead the names of their kind ("lake", "mount": "Lake Orla").
        usual: words for what a thing is held against as the usual one ("standard").
        describing: words for what any thing of a kind may be, that do not tell which is meant
            ("whole", "famous").
        effects: words for beginning to work and for what comes of it ("relief", "result").
        background: whom and what studies of any field speak of ("patient", "method").
        frames: words of a subject that only helps to speak of something else ("study", "user").
        promotional: words and phrases of advertising.
        advice: phrases that address the reader with a suggestion.
        stopwords: words that carry no topic.
        units: unit word or sign, as written, to its scale and factor.
        numbers: number word to its value ("dozen": 12).
        months: month name or abbreviation to its number.
        events: verb lemma or noun to the names of the events that it can stand for, each of which
            happens to a thing once ("launch": ("foundation", "start", "release")).
        phases: verb lemma with what follows it to the phases of a thing that it can tell; those
            of what it is done to where it ends in "something".
    """

    packs: tuple[str, ...]
    verbs: frozenset[str]
    noun_verbs: frozenset[str]
    irregular: Mapping[str, str]
    adverbs: frozenset[str]
    circumstances: frozenset[str]
    adjectives: frozenset[str]
    negators: frozenset[str]
    negative_determiners: frozenset[str]
    negative_prepositions: frozenset[str]
    negative_verbs: frozenset[str]
    not_negative: frozenset[str]
    hedges: frozenset[str]
    reporting_verbs: frozenset[str]
    reporting_nouns: frozenset[str]
    distancing: frozenset[str]
    inventions: frozenset[str]
    reports: frozenset[str]
    falsehoods: frozenset[str]
    truths: frozenset[str]
    increases: frozenset[str]
    decreases: frozenset[str]
    unchanged: frozenset[str]
    improves: frozenset[str]
    worsens: frozenset[str]
    affects: frozenset[str]
    relates: frozenset[str]
    causes: frozenset[str]
    prevents: frozenset[str]
    helps: frozenset[str]
    useless: frozenset[str]
    absences: frozenset[str]
    undesirable: frozenset[str]
    degrees: Mapping[str, tuple[Degree, ...]]
    appraisals: Mapping[str, tuple[Degree, ...]]
    proportions: Mapping[str, tuple[float, float]]
    risk_nouns: frozenset[str]
    antonyms: Mapping[str, frozenset[str]]
    synonyms: Mapping[str, str]
    disjoint: tuple[frozenset[str], ...]
    makers: frozenset[str]
    homes: frozenset[str]
    roles: frozenset[str]
    heights: frozenset[str]
    materials: frozenset[str]
    lengths: frozenset[str]
    broader: Mapping[str, frozenset[str]]
    garbled: Mapping[str, str]
    generic: frozenset[str]
    measures: frozenset[str]
    contrasts: frozenset[str]
    leading: frozenset[str]
    usual: frozenset[str]
    describing: frozenset[str]
    effects: frozenset[str]
    background: frozenset[str]
    frames: frozenset[str]
    promotional: frozenset[str]
    advice: frozenset[str]
    stopwords: frozenset[str]
    units: Mapping[str, Unit]
    numbers: Mapping[str, float]
    months: Mapping[str, int]
    events: Mapping[str, tuple[str, ...]]
    phases: Mapping[str, tuple[str, ...]]
    agencies: Mapping[str, tuple[str, ...]]
