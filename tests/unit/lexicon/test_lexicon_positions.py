import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon.positions import lines_of

TEXT = '''# a comment with [brackets] and "quotes"
name = "pack"   # = not a key
verbs = [
  "give", "take",
  "a # in quotes",
  'literal " [', # ]
]
one.two = 3
inline = { low = 0.5, words = ["a",
  "b"] }
long = """
three
lines"""
after = 1970-01-01 12:30:00
[table]
key = -1.5e3
"quoted key" = ["x"]
[[rows]]
low = 1
words = [["a"], [
  "b"]]
[[rows]]
low = 2
[rows.inner]
deep = true
[[rows.list]]
deep = 1
'''


def test_every_key_and_entry_is_found_on_its_line() -> None:
    lines = lines_of(TEXT)
    expected = {
        ("name",): 2,
        ("verbs",): 3,
        ("verbs", 0): 4,
        ("verbs", 1): 4,
        ("verbs", 2): 5,
        ("verbs", 3): 6,
        ("one", "two"): 8,
        ("inline",): 9,
        ("inline", "low"): 9,
        ("inline", "words", 1): 10,
        ("long",): 11,
        ("after",): 14,
        ("table",): 15,
        ("table", "key"): 16,
        ("table", "quoted key", 0): 17,
        ("rows",): 18,
        ("rows", 0, "low"): 19,
        ("rows", 0, "words", 1): 20,
        ("rows", 0, "words", 1, 0): 21,
        ("rows", 1): 22,
        ("rows", 1, "low"): 23,
        ("rows", 1, "inner", "deep"): 25,
        ("rows", 1, "list", 0, "deep"): 27,
    }
    assert {path: lines[path] for path in expected} == expected


def test_every_place_in_the_parsed_text_has_a_line() -> None:
    def places(value: Any, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
        found = [path] if path else []
        if isinstance(value, dict):
            return found + [p for key, item in value.items() for p in places(item, (*path, key))]
        if isinstance(value, list):
            return found + [p for at, item in enumerate(value) for p in places(item, (*path, at))]
        return found

    assert set(lines_of(TEXT)) == set(places(tomllib.loads(TEXT), ()))


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6),
            st.integers(0, 3),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_entries_are_found_whatever_they_hold(entries: list[tuple[str, int, bool]]) -> None:
    text = "words = ["
    expected = []
    for word, blanks, remarked in entries:
        text += "\n" * blanks
        expected.append(text.count("\n") + 1)
        escaped = word.replace("\\", "\\\\").replace('"', '\\"')
        text += f'"{escaped}", ' + ('# "x", [\n' if remarked else "")
    text += "]"
    assert tomllib.loads(text)["words"] == [word for word, _, _ in entries]
    lines = lines_of(text)
    assert [lines["words", place] for place in range(len(entries))] == expected
