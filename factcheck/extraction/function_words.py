"""The closed classes of English: function words and the set phrases they form."""

from __future__ import annotations

BE = frozenset("be am is are was were been being 's 're 'm".split())

HAVE = frozenset(["have", "has", "had", "having", "'ve"])

DO = frozenset(["do", "does", "did", "done", "doing"])

MODALS = frozenset("can could may might must shall should will would cannot 'll 'd ought".split())

AUXILIARIES = BE | HAVE | DO | MODALS

NON_FINITE = frozenset(["being", "been", "be", "having", "doing", "done", "'s"])
"""Forms of the auxiliaries that are not finite, and the clitic that may be a possessive."""

DETERMINERS = frozenset(
    "the a an this that these those my your his her its our their some any no every each"
    " either neither another all both half several many few much more most other such what"
    " whose enough fewer less least certain various".split()
)

PREPOSITIONS = frozenset(
    "of in on at by for from with without within into onto upon about against among amongst"
    " between beyond during except inside near off outside over past per through throughout"
    " toward towards under underneath unlike like via versus despite behind below above across"
    " along around beside besides beneath concerning regarding including excluding following"
    " out up down as than amid alongside opposite aboard atop".split()
)

SUBORDINATORS = frozenset(
    "because although though while whereas if unless until till since when whenever wherever"
    " where once after before whether lest provided".split()
)

COORDINATORS = frozenset("and or but nor yet plus &".split())

RELATIVES = frozenset(["which", "who", "whom", "whose", "what", "that"])

PRONOUNS = frozenset(
    "i you he she it we they me him us them this that these those one someone anyone everyone"
    " somebody anybody everybody nobody none something anything everything nothing itself"
    " himself herself themselves ourselves yourself myself there others".split()
)

SUBJECT_PRONOUNS = frozenset("i you he she it we they who which there".split())

NEGATORS = frozenset(["not", "n't", "never"])

PAST_ONLY = frozenset(
    "fell took gave went saw knew wrote rose began drew grew threw broke spoke chose drove rode"
    " wore became came ran sang swam drank sank rang ate flew blew shook stole woke froze hid bit"
    " tore swore forgot arose awoke bore forbade forgave mistook overcame overtook undertook"
    " withdrew sprang shrank stank strove said".split()
)

SAME_PAST = frozenset(
    "bet burst cast cost cut hit hurt let put quit read rid set shed shut split spread thrust upset"
    " beat".split()
)

SAME_PARTICIPLE = frozenset(["become", "come", "overcome", "run"])
"""Verbs whose participle is their base, and whose past is not."""

FOCUS_ADVERBS = frozenset(
    "only just even still also again yet already soon then now almost".split()
)

LISTING_VERBS = frozenset(["include", "comprise", "range", "contain"])

COLLECTIVES = frozenset("data police cattle people media".split())

CONTENT_NOUNS = frozenset(
    "fact evidence claim idea notion belief view report hypothesis theory suggestion"
    " conclusion argument possibility myth misconception fallacy risk danger chance likelihood"
    " probability fear hope assumption impression rumour concern doubt proof sign indication"
    " statement finding".split()
)

SET_PHRASES = {
    ("because", "of"): "II", ("due", "to"): "II", ("owing", "to"): "II", ("such", "as"): "II",
    ("rather", "than"): "II", ("along", "with"): "II", ("prior", "to"): "II",
    ("thanks", "to"): "II", ("instead", "of"): "II", ("as", "of"): "II", ("apart", "from"): "II",
    ("on", "account", "of"): "III",
    ("in", "spite", "of"): "III", ("in", "terms", "of"): "III", ("in", "addition", "to"): "III",
    ("as", "opposed", "to"): "III", ("with", "regard", "to"): "III", ("as", "well", "as"): "CCC",
    ("in", "addition"): "RR", ("in", "fact"): "RR", ("for", "example"): "RR",
    ("for", "instance"): "RR", ("as", "a", "result"): "RRR", ("in", "particular"): "RR",
    ("on", "the", "other", "hand"): "RRRR", ("at", "least"): "RR", ("at", "most"): "RR",
    ("of", "course"): "RR", ("in", "general"): "RR", ("no", "longer"): "--", ("so", "far"): "RR",
    ("in", "order", "to"): "RRT", ("even", "though"): "SS", ("as", "long", "as"): "SSS",
    ("as", "far", "as"): "SSS", ("so", "far", "as"): "SSS", ("as", "soon", "as"): "SSS",
    ("since", "then"): "RR", ("until", "then"): "RR", ("by", "then"): "RR",
    ("before", "then"): "RR",
    ("so", "that"): "SS", ("now", "that"): "SS", ("each", "other"): "OO",
    ("one", "another"): "OO", ("at", "first"): "RR", ("at", "present"): "RR",
    ("such", "as", "for", "example"): "IIRR", ("such", "as", "for", "instance"): "IIRR",
}  # fmt: skip

TIMED = frozenset(["in", "on", "at", "for", "from", "until", "after", "before", "over"])

CURRENCIES = frozenset(["£", "$", "€"])

DETERMINED_OR_TIMED = DETERMINERS | TIMED

JOINING = PREPOSITIONS | COORDINATORS
