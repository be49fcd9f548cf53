from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ConfigurationError
from factcheck.settings import KEYS, RULE_IDS, Settings, load, nearest_name


def write(folder: Path, text: str, name: str = "factcheck.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def fault(folder: Path, text: str, name: str = "factcheck.toml") -> str:
    path = write(folder, text, name)
    with pytest.raises(ConfigurationError) as caught:
        load(None, folder, environment={})
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_defaults_hold_where_nothing_is_said(tmp_path: Path) -> None:
    assert load(None, tmp_path, environment={}) == Settings()


def test_keys_may_be_written_with_hyphens_or_underscores(tmp_path: Path) -> None:
    write(tmp_path, "min-confidence = 0.7\nmax_candidates = 9\nfail-on = 'qualifies'\n")
    found = load(None, tmp_path, environment={})
    assert (found.min_confidence, found.max_candidates, found.fail_on) == (0.7, 9, "qualifies")


def test_one_key_written_in_both_ways_is_an_error(tmp_path: Path) -> None:
    assert "twice" in fault(tmp_path, "min-confidence = 0.7\nmin_confidence = 0.8\n")


def test_the_nearest_file_above_is_used(tmp_path: Path) -> None:
    write(tmp_path, "min-confidence = 0.6")
    write(tmp_path / "in", "[tool.other]\nx = 1", "pyproject.toml")
    inner = tmp_path / "in" / "most"
    inner.mkdir()
    assert load(None, inner, environment={}).min_confidence == 0.6
    write(tmp_path / "in", "[tool.factcheck]\nmin-confidence = 0.9", "pyproject.toml")
    assert load(None, inner, environment={}).min_confidence == 0.9


def test_flags_beat_environment_beats_file(tmp_path: Path) -> None:
    write(tmp_path, "min-confidence = 0.6\nmax-candidates = 3\nselect = ['value']")
    found = load(
        None,
        tmp_path,
        flags={"min_confidence": 0.8, "max_candidates": None, "ignore": ("set",)},
        environment={"FACTCHECK_MIN_CONFIDENCE": "0.7", "FACTCHECK_MAX_CANDIDATES": "4"},
    )
    assert (found.min_confidence, found.max_candidates) == (0.8, 4)
    assert (found.select, found.ignore) == (("value",), ("set",))


@pytest.mark.parametrize("value", ["true", "1", "YES", "on"])
def test_environment_lists_and_switches(tmp_path: Path, value: str) -> None:
    found = load(
        None,
        tmp_path,
        environment={"FACTCHECK_WITHIN_DOCUMENTS": value, "FACTCHECK_SELECT": "value, degree,"},
    )
    assert found.within_documents is True
    assert found.select == ("value", "degree")


@pytest.mark.parametrize(
    ("variable", "value", "part"),
    [
        ("FACTCHECK_WITHIN_DOCUMENTS", "perhaps", "true or false"),
        ("FACTCHECK_MAX_CANDIDATES", "many", "whole number"),
        ("FACTCHECK_MIN_CONFIDENCE", "2", "0 to 1"),
        ("FACTCHECK_MIN_CONFIDENCE", "nan", "0 to 1"),
        ("FACTCHECK_INPUT_FORMAT", "docx", "one of txt, md, html, jsonl, csv, tsv, parquet"),
        ("FACTCHECK_COLUMNS", "text=body,id", "a list of texts such as 'text=abstract'"),
        ("FACTCHECK_MIN_CONFIDENC", "0.4", "did you mean 'FACTCHECK_MIN_CONFIDENCE'?"),
    ],
)
def test_a_wrong_variable_is_named(tmp_path: Path, variable: str, value: str, part: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(None, tmp_path, environment={variable: value})
    assert variable in str(caught.value)
    assert part in str(caught.value)


def test_columns_are_told_by_what_they_hold() -> None:
    settings = Settings(columns=("text=body", "id=a=b"))
    assert settings.column_names == {"text": "body", "id": "a=b"}


def test_a_variable_of_another_tool_with_the_prefix_is_left_alone(tmp_path: Path) -> None:
    assert load(None, tmp_path, environment={"FACTCHECK_HOME": "/x"}) == Settings()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("min-confidense = 0.7", "did you mean 'min-confidence'?"),
        ("zzzzzzzz = 1", "unknown key 'zzzzzzzz'."),
        ("min-confidence = 'high'", "min-confidence: 'high' is not allowed"),
        ("min-confidence = true", "a number from 0 to 1"),
        ("max-candidates = 0", "a whole number, 1 or more"),
        ("max-candidates = 1.5", "a whole number, 1 or more"),
        ("fail-on = 'always'", "contradicts, qualifies, never"),
        ("fail-on = ['never']", "contradicts, qualifies, never"),
        ("within-documents = 'yes'", "true or false"),
        ("select = 'value'", "a list of texts"),
        ("select = ['valu']", "did you mean 'value'?"),
        ("ignore = ['xyz']", "no rule is called 'xyz'. Rules: polarity"),
        ("packs = []", "one pack at least"),
        ("include = ['']", "none of which is empty"),
        ("x = = 1", "line 1, column 5"),
        ("x = [1,\n", "line 2, column 1"),
    ],
)
def test_a_fault_in_a_file_names_the_file_and_the_mend(
    tmp_path: Path, text: str, part: str
) -> None:
    assert part in fault(tmp_path, text)


@pytest.mark.parametrize("text", ["[tool]\nfactcheck = 3", "tool = 3"])
def test_a_project_file_with_a_wrong_table_is_an_error(tmp_path: Path, text: str) -> None:
    assert "not a table" in fault(tmp_path, text, "pyproject.toml")


def test_a_chosen_file_must_be_there_and_be_readable(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"x = '\xe9'")
    for path in (tmp_path / "none.toml", tmp_path, latin):
        with pytest.raises(ConfigurationError, match=path.name):
            load(path, tmp_path, environment={})
    project = write(tmp_path, "[project]\nname = 'x'", "pyproject.toml")
    with pytest.raises(ConfigurationError, match=r"\[tool.factcheck\]"):
        load(project, tmp_path, environment={})


def test_a_pack_by_path_lies_beside_its_configuration(tmp_path: Path) -> None:
    path = write(tmp_path / "conf", "packs = ['english', 'mine.toml']")
    found = load(path, tmp_path, environment={})
    assert found.packs == ("english", str(tmp_path / "conf" / "mine.toml"))


def test_a_store_is_a_path_beside_its_configuration_or_an_address(tmp_path: Path) -> None:
    path = write(tmp_path / "conf", "store = 'mine.db'\nreviewers = 3\nblind = false")
    found = load(path, tmp_path, environment={})
    assert (found.store, found.reviewers, found.blind) == (
        str(tmp_path / "conf" / "mine.db"),
        3,
        False,
    )
    path = write(tmp_path / "conf", "store = 'postgresql://anna:secret@db/reviews'")
    found = load(path, tmp_path, environment={"FACTCHECK_REVIEWERS": "1"})
    assert (found.store, found.reviewers) == ("postgresql://anna:secret@db/reviews", 1)
    assert "secret" not in repr(found)
    assert "address of a PostgreSQL" in fault(tmp_path, "store = ''")


@pytest.mark.parametrize("engine", ["auto", "serial", "processes", "dask"])
def test_an_engine_is_named(engine: str, tmp_path: Path) -> None:
    write(tmp_path, f"engine = '{engine}'")
    assert load(None, tmp_path, environment={}).engine == engine


@pytest.mark.parametrize("engine", ["dask:tcp://10.0.0.1:8786", "dask:scheduler.json"])
def test_a_cluster_is_chosen_by_whoever_starts_a_run_and_not_by_a_file(
    engine: str, tmp_path: Path
) -> None:
    assert "cannot choose a cluster" in fault(tmp_path / "in", f"engine = '{engine}'")
    assert load(None, tmp_path, environment={"FACTCHECK_ENGINE": engine}).engine == engine
    assert load(None, tmp_path, flags={"engine": engine}, environment={}).engine == engine


@pytest.mark.parametrize("engine", ["'ray'", "''", "'dask:'", "3", "true"])
def test_an_engine_that_is_none_is_refused(engine: str, tmp_path: Path) -> None:
    told = fault(tmp_path, f"engine = {engine}")
    assert "one of auto, serial, processes, dask, dask:ADDRESS or dask:FILE" in told


def test_settings_made_in_python_are_checked_too() -> None:
    assert Settings(select=["value", "value"]).select == ("value",)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="min_confidence"):
        Settings(min_confidence=math.inf)


def test_rules_are_used_unless_ignored_or_not_selected() -> None:
    assert all(Settings().uses(rule) for rule in RULE_IDS)
    assert [r for r in RULE_IDS if Settings(select=("set", "value"), ignore=("set",)).uses(r)] == [
        "value"
    ]


def test_the_record_holds_plain_values_for_every_setting() -> None:
    data = Settings().as_data()
    left_out = {"baseline", "reviews", "store", "reviewers", "blind"}
    left_out |= {"jobs", "engine", "runs", "part_size", "answers"}
    assert tuple(data) == tuple(key for key in KEYS if key not in left_out)
    assert all(isinstance(value, list | str | float | int | bool) for value in data.values())
    assert Settings(**data) == Settings()  # type: ignore[arg-type]


@given(st.sampled_from(KEYS), st.data())
def test_one_slip_in_a_key_is_recognised(key: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(key) - 1))
    assert nearest_name(key[:index] + key[index + 1 :], KEYS) == key


@pytest.mark.parametrize(("key", "option"), [("columns", "--column"), ("packs", "--pack")])
def test_a_message_names_the_option_as_it_is_typed(tmp_path: Path, key: str, option: str) -> None:
    with pytest.raises(ConfigurationError, match=rf"^{option}: "):
        load(None, tmp_path, flags={key: ("",)}, environment={})
