import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon.plaintoml import read_plain

PACKS = files("factcheck.lexicon") / "packs"
FILES = sorted(
    (entry for entry in PACKS.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name
) + sorted((PACKS / "english").iterdir(), key=lambda e: e.name)

WORD = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)
KEY = st.from_regex(r"[a-z_]{1,6}", fullmatch=True)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_built_in_packs_are_plain_and_read_alike(file: Any) -> None:
    text = file.read_text(encoding="utf-8")
    assert read_plain(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        'verbs = ["give"] # a remark\n',
        "verbs = ['give']\n",
        "dozen = 1_2\n",
        "verbs = [\n  1, # one\n]\n",
        'words = { a = "b" }\n',
        'a.b = "c"\n',
        'text = """\nlong\n"""\n',
        '[a.b]\nc = "d"\n',
        'verbs=["give"]\n',
    ],
)
def test_what_is_not_plain_is_left_to_tomllib(text: str) -> None:
    tomllib.loads(text)
    assert read_plain(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\na = 2\n",
        "[a]\n[a]\n",
        "[a]\n[[a]]\n",
        "a = [1]\n[[a]]\n",
        "a = null\n",
        "a = \n",
        "a = [1\n",
    ],
)
def test_what_is_no_toml_is_left_to_tomllib(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
    assert read_plain(text) is None


@given(
    st.dictionaries(
        KEY, st.one_of(st.lists(WORD), st.integers(-999, 999), WORD), min_size=1, max_size=5
    ),
    st.booleans(),
)
def test_whatever_is_read_is_read_as_tomllib_does(
    table: dict[str, list[str] | int | str], spread: bool
) -> None:
    def quoted(word: str) -> str:
        return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'

    text = "[table]\n"
    for key, value in table.items():
        if isinstance(value, list):
            words = [quoted(word) for word in value]
            shown = "[\n" + "".join(f"{word},\n" for word in words) + "]"
            shown = shown if spread else "[" + ", ".join(words) + "]"
        else:
            shown = quoted(value) if isinstance(value, str) else str(value)
        text += f"{key} = {shown}\n"
    assert tomllib.loads(text) == {"table": table}
    assert read_plain(text) in (None, {"table": table})
