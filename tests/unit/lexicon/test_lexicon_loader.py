import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import asdict, fields

from factcheck.errors import LexiconError
from factcheck.lexicon import Degree, Lexicon, Unit, builtin_packs, check, load

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return to_file


def test_an_empty_pack_leaves_every_field_empty(write: Write) -> None:
    lexicon = load([write("nothing.toml", "")])
    assert lexicon.packs == ("nothing",)
    assert not any(
        getattr(lexicon, entry.name) for entry in fields(Lexicon) if entry.name != "packs"
    )


def test_every_kind_of_field_is_read(write: Write) -> None:
    lexicon = load(
        [
            write(
                "all.toml",
                """
name = "everything"
description = "one of each"
verbs = ["give"]
synonyms = [["car", "automobile", "motor car"]]
antonyms = [["hot", "cold"], [["accept", "approve"], ["reject", "deny"]]]
disjoint = [["plant", "animal"]]
[irregular]
give = ["gave", "given"]
[numbers]
dozen = 12
half = 0.5
[months]
may = 5
[garbled]
"bosom peril" = "breast cancer"
[broader]
hormone = ["substance"]
[[degrees]]
dimension = "speed"
low = 0.7
high = 1
words = ["fast"]
[[degrees]]
dimension = "duration"
low = 0
high = 0.3
words = ["fast", "brief"]
[[proportions]]
low = 0.5
high = 1
words = ["most"]
[[events]]
event = "opening"
words = ["open"]
[[events]]
event = "start"
words = ["begin", "open"]
[[phases]]
phase = "ended"
words = ["give up something"]
[[agencies]]
agency = "ownership"
words = ["belong to"]
[[units]]
scale = "temperature"
factor = 1
offset = 273.15
words = ["°C"]
""",
            )
        ]
    )
    assert lexicon.packs == ("everything",)
    assert lexicon.verbs == {"give"}
    assert lexicon.irregular == {"gave": "give", "given": "give"}
    assert lexicon.synonyms == {"car": "car", "automobile": "car", "motor car": "car"}
    assert lexicon.antonyms["hot"] == {"cold"}
    assert lexicon.antonyms["cold"] == {"hot"}
    assert lexicon.antonyms["approve"] == {"reject", "deny"}
    assert lexicon.antonyms["deny"] == {"accept", "approve"}
    assert lexicon.disjoint == (frozenset({"plant", "animal"}),)
    assert lexicon.numbers == {"dozen": 12, "half": 0.5}
    assert lexicon.months == {"may": 5}
    assert lexicon.garbled == {"bosom peril": "breast cancer"}
    assert lexicon.broader == {"hormone": frozenset({"substance"})}
    assert lexicon.degrees["fast"] == (Degree("speed", 0.7, 1.0), Degree("duration", 0.0, 0.3))
    assert lexicon.proportions == {"most": (0.5, 1)}
    assert lexicon.events == {"open": ("opening", "start"), "begin": ("start",)}
    assert lexicon.agencies == {"belong to": ("ownership",)}
    assert lexicon.phases == {"give up something": ("ended",)}
    assert lexicon.units == {"°C": Unit("temperature", 1.0, 273.15)}


def test_lists_join_and_later_mappings_win(write: Write) -> None:
    first = write(
        "first.toml",
        """
verbs = ["give"]
[numbers]
billion = 1_000_000_000
[[degrees]]
dimension = "speed"
low = 0.7
high = 1
words = ["fast"]
[[degrees]]
dimension = "duration"
low = 0
high = 0.3
words = ["fast"]
[broader]
hormone = ["substance"]
""",
    )
    second = write(
        "second.toml",
        """
verbs = ["take"]
[numbers]
billion = 1_000_000_000_000
[[degrees]]
dimension = "speed"
low = 0.9
high = 1
words = ["fast"]
[broader]
hormone = ["molecule"]
""",
    )
    lexicon = load([first, second])
    assert lexicon.packs == ("first", "second")
    assert lexicon.verbs == {"give", "take"}
    assert lexicon.numbers["billion"] == 10**12
    assert load([second, first]).numbers["billion"] == 10**9
    assert lexicon.degrees["fast"] == (Degree("speed", 0.9, 1.0), Degree("duration", 0.0, 0.3))
    assert lexicon.broader["hormone"] == {"substance", "molecule"}


def test_synonyms_of_several_packs_lead_to_one_canonical_word(write: Write) -> None:
    first = write("a.toml", 'synonyms = [["medicine", "drug"]]')
    second = write("b.toml", 'synonyms = [["medication", "medicine"]]')
    assert load([first, second]).synonyms == {
        "medicine": "medication",
        "drug": "medication",
        "medication": "medication",
    }


def test_opposite_synonym_groups_do_not_run_in_a_circle(write: Write) -> None:
    first = write("a.toml", 'synonyms = [["medicine", "drug"]]')
    second = write("b.toml", 'synonyms = [["drug", "medicine"]]')
    assert load([first, second]).synonyms == {"medicine": "drug", "drug": "drug"}


def test_a_users_pack_adds_to_the_built_in_ones_and_overrides_them(write: Write) -> None:
    pack = write(
        "mine.toml",
        """
hedges = ["perchance"]
[[units]]
scale = "mass"
factor = 907.18474
words = ["ton"]
""",
    )
    lexicon = load(["english", pack])
    assert lexicon.packs == ("english", "mine")
    assert lexicon.hedges == load(["english"]).hedges | {"perchance"}
    assert lexicon.units["ton"].factor == 907.18474
    assert lexicon.units["tonne"] == load(["english"]).units["tonne"]


def test_a_folder_is_one_pack_of_all_its_files(write: Write, tmp_path: Path) -> None:
    write("pack/b.toml", 'verbs = ["take"]')
    write("pack/a.toml", 'verbs = ["give"]')
    write("pack/notes.txt", "no pack at all [")
    lexicon = load([str(tmp_path / "pack")])
    assert lexicon.packs == ("pack",)
    assert lexicon.verbs == {"give", "take"}


def test_a_folder_may_give_its_name_in_any_file(write: Write, tmp_path: Path) -> None:
    write("pack/a.toml", 'verbs = ["give"]')
    write("pack/b.toml", 'name = "chemistry"')
    assert load([tmp_path / "pack"]).packs == ("chemistry",)


def test_a_built_in_name_wins_over_a_folder_but_a_path_reaches_it(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("english/a.toml", 'verbs = ["frobnicate"]')
    monkeypatch.chdir(tmp_path)
    assert "frobnicate" not in load(["english"]).verbs
    assert load([Path("english")]).verbs == {"frobnicate"}
    assert load(["./english"]).verbs == {"frobnicate"}


def test_built_in_packs_are_loaded_once() -> None:
    assert load() is load(["english", "health", "spun-text"])
    assert load(("english",)) is load(["english"])


def test_a_pack_by_path_is_read_anew(write: Write) -> None:
    pack = write("mine.toml", 'verbs = ["give"]')
    assert load([pack]).verbs == {"give"}
    write("mine.toml", 'verbs = ["take"]')
    assert load([pack]).verbs == {"take"}


def test_no_packs_make_an_empty_lexicon() -> None:
    assert load([]).packs == ()


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    pack = tmp_path / "windows.toml"
    pack.write_bytes(b'\xef\xbb\xbfverbs = [\r\n"give",\r\n""]\r\n')
    assert check(pack) == [f"{pack}:3: a word is empty"]


def test_an_unknown_pack_is_named_with_the_nearest_known_one() -> None:
    with pytest.raises(LexiconError, match=r"^helth: no such pack: did you mean 'health'\?"):
        load(["english", "helth"])


def test_a_folder_without_packs_is_an_error(tmp_path: Path) -> None:
    assert check(tmp_path) == [f"{tmp_path}: the folder has no .toml file"]


def test_broken_toml_is_reported_with_line_and_column(write: Write) -> None:
    pack = write("broken.toml", 'verbs = ["give"]\nadverbs = ["often" "never"]\n')
    (fault,) = check(pack)
    assert fault.startswith(f"{pack}:2:20: invalid TOML: ")


def test_toml_that_ends_too_early_is_reported_where_it_ends(write: Write) -> None:
    pack = write("broken.toml", 'verbs = [\n  "give",\n')
    (fault,) = check(pack)
    assert fault.startswith(f"{pack}:3:1: invalid TOML: ")


def test_text_that_is_not_utf8_is_reported_with_its_line(tmp_path: Path) -> None:
    pack = tmp_path / "latin.toml"
    pack.write_bytes(b'verbs = [\n"caf\xe9"]')
    (fault,) = check(pack)
    assert fault.startswith(f"{pack}:2: not UTF-8")


def test_a_file_that_cannot_be_opened_is_reported(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    (pack / "odd.toml").mkdir(parents=True)
    (fault,) = check(pack)
    assert fault.startswith(f"{pack}/odd.toml: cannot be read: ")


def test_faults_of_all_packs_come_together_one_a_line(write: Write) -> None:
    syntax = write("syntax.toml", "verbs = [")
    content = write("content.toml", 'verbs = ["Give", ""]\nadverb = ["often"]')
    with pytest.raises(LexiconError) as caught:
        load([syntax, "english", content, "nowhere"])
    lines = str(caught.value).splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        f"{syntax}:1:10",
        f"{content}:1",
        f"{content}:1",
        f"{content}:2",
        "nowhere",
    ]


def test_every_broken_file_of_a_folder_is_reported(write: Write, tmp_path: Path) -> None:
    write("pack/a.toml", "verbs = [")
    write("pack/b.toml", "= 3")
    faults = check(tmp_path / "pack")
    assert [fault.split(":")[0] for fault in faults] == [
        f"{tmp_path}/pack/a.toml",
        f"{tmp_path}/pack/b.toml",
    ]


def test_check_finds_nothing_wrong_with_a_good_pack(write: Write) -> None:
    assert check(write("good.toml", 'verbs = ["give"]')) == []


def test_the_built_in_packs_are_listed() -> None:
    assert {"english", "health", "spun-text"} <= set(builtin_packs())


def test_a_lexicon_survives_pickling() -> None:
    lexicon = load(["english"])
    assert asdict(pickle.loads(pickle.dumps(lexicon))) == asdict(lexicon)


def test_a_lexicon_does_not_depend_on_the_hash_seed() -> None:
    program = (
        "from attrs import fields\n"
        "from factcheck.lexicon import Lexicon, load\n"
        "lexicon = load()\n"
        "plain = lambda v: sorted(v) if isinstance(v, frozenset) else v\n"
        "for entry in fields(Lexicon):\n"
        "    value = getattr(lexicon, entry.name)\n"
        "    if isinstance(value, dict):\n"
        "        value = [(key, plain(item)) for key, item in value.items()]\n"
        "    elif entry.name == 'disjoint':\n"
        "        value = [sorted(group) for group in value]\n"
        "    print(entry.name, plain(value))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
