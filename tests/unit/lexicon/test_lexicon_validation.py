from pathlib import Path

import pytest

from factcheck.lexicon import check
from factcheck.lexicon.packfile import Pack, PackFile
from factcheck.lexicon.validation import faults_of

CASES = {
    "an unknown key, with the nearest known": (
        'verb = ["give"]',
        ["1: unknown key 'verb', did you mean 'verbs'?"],
    ),
    "a list that is none": (
        'verbs = "give"',
        ["1: verbs must be a list of words, found a text"],
    ),
    "a word that is none": (
        'verbs = [\n  "give",\n  3,\n  true,\n  ["take"],\n  1970-01-01,\n]',
        [
            "3: expected a word in quotes, found a number",
            "4: expected a word in quotes, found true or false",
            "5: expected a word in quotes, found a list",
            "6: expected a word in quotes, found a date or time",
        ],
    ),
    "empty words": ('verbs = ["", " "]', ["1: a word is empty", "1: a word is empty"]),
    "loose spaces": (
        'negators = [" not", "no  longer"]',
        [
            "1: ' not' must have single spaces, and none around it",
            "1: 'no  longer' must have single spaces, and none around it",
        ],
    ),
    "upper case": (
        'verbs = [\n"give", # a comment with "quotes"\n"Take"]',
        ["3: 'Take' must be in lower case: 'take'"],
    ),
    "upper case in a table": (
        "[months]\nMay = 5",
        ["2: 'May' must be in lower case: 'may'"],
    ),
    "an empty name": ('name = ""', ["1: name must be a text that is not empty"]),
    "a name that is no text": (
        "description = 3",
        ["1: description must be a text that is not empty"],
    ),
    "a word in two synonym groups": (
        'synonyms = [\n  ["car", "auto"],\n  ["vehicle", "car"],\n]',
        ["3: 'car' is already in a synonym group"],
    ),
    "a word twice in one synonym group": (
        'synonyms = [["car", "auto", "auto"]]',
        ["1: 'auto' is already in a synonym group"],
    ),
    "a group of one": ('disjoint = [\n["plant"]]', ["2: a group needs two words or more"]),
    "a group that is none": (
        'synonyms = ["car"]',
        ["1: each entry of synonyms must be a list of words, found a text"],
    ),
    "low above high": (
        '[[proportions]]\nlow = 0.6\nhigh = 0.4\nwords = ["some"]',
        ["2: low 0.6 is greater than high 0.4"],
    ),
    "a degree outside 0 to 1": (
        '[[degrees]]\ndimension = "speed"\nlow = -0.1\nhigh = 1.5\nwords = ["fast"]',
        ["3: low must lie from 0 to 1, found -0.1", "4: high must lie from 0 to 1, found 1.5"],
    ),
    "a bound that is no number": (
        '[[degrees]]\ndimension = "speed"\nlow = "0"\nhigh = nan\nwords = ["fast"]',
        ["3: low must be a number, found a text", "4: high must be a finite number, found nan"],
    ),
    "a word twice on one dimension": (
        '[[degrees]]\ndimension = "speed"\nlow = 0\nhigh = 1\nwords = ["fast"]\n'
        '[[degrees]]\ndimension = "speed"\nlow = 0\nhigh = 0\nwords = [\n"fast"]',
        ["11: 'fast' is already a degree of 'speed'"],
    ),
    "a band without its keys": (
        '[[proportions]]\nlow = 0\nhihg = 1\nwords = ["some"]',
        ["1: [[proportions]] has no high", "3: unknown key 'hihg', did you mean 'high'?"],
    ),
    "one table where a list of tables belongs": (
        "[degrees]\nlow = 1",
        ["1: degrees must be a list of tables: [[degrees]], found a table"],
    ),
    "a list of words where tables belong": (
        'units = [\n"mg"]',
        ["2: expected a table [[units]], found a text"],
    ),
    "a list where a table belongs": (
        'numbers = ["one"]',
        ["1: numbers must be a table, found a list"],
    ),
    "an antonym of itself": (
        'antonyms = [\n["hot", "hot"],\n[["up", "high"], ["low", "up"]]]',
        ["2: 'hot' is an antonym of itself", "3: 'up' is an antonym of itself"],
    ),
    "an antonym without its pair": (
        'antonyms = [\n["hot"],\n["hot", ["cold"]],\n[[], ["cold"]]]',
        [
            f"{line}: expected a pair such as "
            '["accept", "reject"] or [["accept", "approve"], ["reject", "deny"]]'
            for line in (2, 3, 4)
        ],
    ),
    "an antonym in upper case": (
        'antonyms = [["hot", "Cold"]]',
        ["1: 'Cold' must be in lower case: 'cold'"],
    ),
    "a month that there is not": (
        '[months]\nmay = 5\nundecember = 13\nnone = 0\nfirst = "1"\nhalf = true',
        [
            "3: undecember must be a month from 1 to 12, found 13",
            "4: none must be a month from 1 to 12, found 0",
            "5: first must be a whole number, found a text",
            "6: half must be a whole number, found true or false",
        ],
    ),
    "a number that is none": (
        '[numbers]\none = "1"',
        ["2: one must be a number, found a text"],
    ),
    "an irregular form of two lemmas": (
        '[irregular]\nlie = ["lay", "lain"]\nlay = ["laid"]\nput = ["lay"]',
        ["4: 'lay' is already a form of another lemma than 'put'"],
    ),
    "a garbled phrase for itself": (
        '[garbled]\n"breast cancer" = "breast cancer"',
        ["2: 'breast cancer' stands for itself"],
    ),
    "a noun broader than itself": (
        '[broader]\nhormone = ["hormone"]',
        ["2: 'hormone' is broader than itself"],
    ),
    "an open scale without a name": (
        '[[units]]\nscale = "money:"\nfactor = 1\nwords = ["doubloon"]',
        [
            "2: unknown scale 'money:'; known are area, count, data, date, degree, duration, "
            "energy, length, mass, ordinal, power, proportion, ratio, speed, temperature, "
            "volume, money:…, unit:…"
        ],
    ),
    "a factor that is not positive": (
        '[[units]]\nscale = "mass"\nfactor = 0\nwords = ["whit"]',
        ["3: factor must be greater than 0, found 0"],
    ),
    "a unit twice": (
        '[[units]]\nscale = "mass"\nfactor = 1\nwords = ["kg"]\n'
        '[[units]]\nscale = "mass"\nfactor = 2\nwords = ["Kg", "kg"]',
        ["8: 'kg' is already a unit"],
    ),
}


@pytest.mark.parametrize(("text", "faults"), CASES.values(), ids=CASES)
def test_each_fault_is_reported_with_its_line(tmp_path: Path, text: str, faults: list[str]) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text(text, encoding="utf-8")
    assert check(pack) == [f"{pack}:{fault}" for fault in faults]


def test_an_unknown_scale_suggests_the_nearest(tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text('[[units]]\nscale = "lenght"\nfactor = 1\nwords = ["ell"]')
    (fault,) = check(pack)
    assert fault.startswith(f"{pack}:2: unknown scale 'lenght'; did you mean 'length'?")


def test_units_may_be_in_upper_case(tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text('[[units]]\nscale = "power"\nfactor = 1e6\nwords = ["MW", "mW"]')
    assert check(pack) == []


def test_a_word_in_synonym_groups_of_two_files_of_one_pack_is_found() -> None:
    pack = Pack(
        "split",
        (
            PackFile("a.toml", "", {"synonyms": [["car", "auto"]]}),
            PackFile("b.toml", "", {"synonyms": [["vehicle", "auto"]]}),
        ),
    )
    assert faults_of(pack) == ["b.toml:1: 'auto' is already in a synonym group"]


def test_all_faults_of_a_pack_are_reported_at_once_in_reading_order(tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text('adverb = []\nverbs = ["", "Give"]\n[months]\nmay = 55\n')
    assert [fault.removeprefix(f"{pack}:")[0] for fault in check(pack)] == ["1", "2", "2", "4"]
