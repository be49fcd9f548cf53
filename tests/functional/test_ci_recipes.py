"""The recipes for builds, carried out: each step by the shell that the service would use."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from command import environment
from junitparser import JUnitXml
from published_schemas import faults

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "how-to" / "examples"
HOOKS = ROOT / ".pre-commit-hooks.yaml"

GITHUB = "https://json.schemastore.org/github-workflow.json"
GITLAB = (
    "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"
)

INSTALL = "Install factcheck"

ARCHIVE = "The mill was built in 1784. The mill is driven by water.\n"
GUIDE = "# The mill\n\nThe mill was built in 1812.\n"

# Stands in for GitHub's command line: it keeps the comments of one pull request in a file, and of
# the language of --jq knows the one question that the workflow asks.
GH = r"""#!{python}
import json, pathlib, re, sys
store, words = pathlib.Path("{store}"), sys.argv[1:]
comments = json.loads(store.read_text())
if words[:2] == ["pr", "comment"]:
    body = pathlib.Path(words[words.index("--body-file") + 1]).read_text()
    comments.append({{"id": 100 + len(comments), "body": body}})
elif "PATCH" in words:
    field = words[words.index("--field") + 1]
    path, number = re.fullmatch(r"body=@(.+)", field)[1], int(words[1].rsplit("/", 1)[1])
    (found,) = [one for one in comments if one["id"] == number]
    found["body"] = pathlib.Path(path).read_text()
else:
    assert words[1] == "repos/mill/press/issues/7/comments", words
    asked = words[words.index("--jq") + 1]
    start = re.fullmatch(r'\.\[\] \| select\(\.body \| startswith\("(.*)"\)\) \| \.id', asked)[1]
    print(*(one["id"] for one in comments if one["body"].startswith(start)), sep="\n")
store.write_text(json.dumps(comments))
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with two documents that contradict each other."""
    path = tmp_path / "checkout"
    (path / "docs").mkdir(parents=True)
    (path / "docs" / "archive.txt").write_text(ARCHIVE, encoding="utf-8")
    (path / "docs" / "guide.md").write_text(GUIDE, encoding="utf-8")
    return path


def agree(checkout: Path) -> None:
    guide = checkout / "docs" / "guide.md"
    guide.write_text(GUIDE.replace("1812", "1784"), encoding="utf-8")


def example(name: str) -> Any:
    return yaml.safe_load((EXAMPLES / name).read_text(encoding="utf-8"))


def carried_out(
    script: str, cwd: Path, tools: Path, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a step as GitHub and GitLab do: by bash, which ends at the first command that fails."""
    path = os.pathsep.join((str(tools), str(Path(sys.executable).parent), os.environ["PATH"]))
    # What is installed already is enough, and nothing is changed.
    pip = {"PIP_DRY_RUN": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-c", script],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=environment(PATH=path, FACTCHECK=str(ROOT), **pip, **variables),
        timeout=120,
    )


class Workflow:
    """The example for GitHub, and what it leaves behind."""

    def __init__(self, folder: Path) -> None:
        self.data = example("github-workflow.yml")
        self.steps: list[dict[str, Any]] = self.data["jobs"]["consistency"]["steps"]
        self.tools = folder / "tools"
        self.store = folder / "comments.json"
        self.summary = folder / "summary.md"
        self.store.write_text(json.dumps([{"id": 1, "body": "Looks good to me."}]))
        self.tools.mkdir()
        gh = self.tools / "gh"
        gh.write_text(GH.format(python=sys.executable, store=self.store))
        gh.chmod(0o755)

    def run(self, checkout: Path, *left_out: str) -> dict[str, subprocess.CompletedProcess[bytes]]:
        """Carry out every step that is a script; the others are GitHub's."""
        outcomes = {}
        for step in self.steps:
            if "run" in step and step["name"] not in left_out:
                outcomes[step["name"].split(",")[0]] = carried_out(
                    step["run"],
                    checkout,
                    self.tools,
                    **self.data["env"],
                    **self._variables(step.get("env", {})),
                )
        return outcomes

    def _variables(self, asked: Mapping[str, str]) -> dict[str, str]:
        given = {
            "${{ github.token }}": "secret",
            "${{ github.event.pull_request.number }}": "7",
        }
        found = {name: given[value] for name, value in asked.items() if name != "FACTCHECK"}
        service = {"GITHUB_REPOSITORY": "mill/press", "GITHUB_STEP_SUMMARY": str(self.summary)}
        return {**found, **service}

    @property
    def comments(self) -> list[str]:
        return [one["body"] for one in json.loads(self.store.read_text())]


@pytest.fixture
def workflow(tmp_path: Path) -> Workflow:
    return Workflow(tmp_path)


def test_the_workflow_shows_the_findings_and_fails(workflow: Workflow, checkout: Path) -> None:
    outcomes = workflow.run(checkout)
    failed = {name: done for name, done in outcomes.items() if done.returncode}
    assert set(failed) == {"Check"}, failed
    assert failed["Check"].returncode == 1
    assert failed["Check"].stdout.startswith(b"::error file=docs/archive.txt,line=1,")
    assert b"factcheck-0.1.0" in outcomes[INSTALL].stdout
    for file in ("factcheck.sarif", "factcheck.comment.md", "factcheck.html"):
        assert (checkout / file).stat().st_size > 500
    comment = (checkout / "factcheck.comment.md").read_text(encoding="utf-8")
    assert workflow.summary.read_text(encoding="utf-8") == comment
    assert workflow.comments == ["Looks good to me.", comment]


def test_the_workflow_replaces_its_own_comment(workflow: Workflow, checkout: Path) -> None:
    workflow.run(checkout, INSTALL)
    agree(checkout)
    outcomes = workflow.run(checkout, INSTALL)
    assert {done.returncode for done in outcomes.values()} == {0}
    assert len(workflow.comments) == 2
    assert workflow.comments[0] == "Looks good to me."
    assert "No source was found to contradict another." in workflow.comments[1]


def test_the_workflow_is_one_and_later_steps_run_after_a_failed_check(workflow: Workflow) -> None:
    # YAML 1.1, which the parser reads, takes "on" for true.
    data = {"on" if key is True else key: value for key, value in workflow.data.items()}
    assert faults(data, GITHUB) == []
    names = [step.get("name") for step in workflow.steps]
    for step in workflow.steps[names.index("Check") + 1 :]:
        assert "!cancelled() && hashFiles('factcheck." in step["if"]


def test_the_job_for_gitlab_leaves_test_results(workflow: Workflow, checkout: Path) -> None:
    data = example("gitlab-ci.yml")
    assert faults(data, GITLAB) == []
    job = data["consistency"]
    install, check = job["script"]
    assert install in [step.get("run") for step in workflow.steps]
    assert carried_out(check, checkout, workflow.tools).returncode == 1
    results = JUnitXml.fromfile(str(checkout / job["artifacts"]["reports"]["junit"]))
    assert (results.tests, results.failures) == (3, 1)
    for path in job["artifacts"]["paths"]:
        assert (checkout / path).is_file()


def git(checkout: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    who = {
        f"GIT_{role}_{what}": "ann@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    home = {"HOME": str(checkout.parent), "PRE_COMMIT_HOME": str(checkout.parent / "hooks")}
    return subprocess.run(
        words,
        capture_output=True,
        check=False,
        cwd=checkout,
        env=environment(PATH=path, GIT_CONFIG_NOSYSTEM="1", **who, **home, **variables),
        timeout=120,
    )


def hook_here(checkout: Path) -> None:
    """Write the example's configuration, with the hook as the repository defines it.

    The environment of the tests stands in for the one that pre-commit would install it into.
    """
    (defined,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    config = example("pre-commit-config.yaml")
    (repository,) = config["repos"]
    (chosen,) = repository["hooks"]
    hook = {**defined, **chosen, "language": "system"}
    (checkout / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}), encoding="utf-8"
    )


def test_the_hook_keeps_a_contradiction_from_being_committed(checkout: Path) -> None:
    hook_here(checkout)
    assert git(checkout, "git", "init", "-q").returncode == 0
    assert git(checkout, "pre-commit", "install").returncode == 0
    assert git(checkout, "git", "add", ".").returncode == 0
    refused = git(checkout, "git", "commit", "-q", "-m", "Add the guide")
    assert refused.returncode == 1
    told = refused.stderr.decode()
    assert "documents that contradict each other" in told
    assert "1784" in told
    assert "1812" in told
    agree(checkout)
    assert git(checkout, "git", "add", ".").returncode == 0
    done = git(checkout, "git", "commit", "-q", "-m", "Add the guide")
    assert done.returncode == 0, done.stderr
    (checkout / "notes.txt").write_text("The mill was built in 1900.\n", encoding="utf-8")
    assert git(checkout, "git", "add", ".").returncode == 0
    passed_over = git(checkout, "pre-commit", "run")
    assert passed_over.returncode == 0
    assert b"no files to check" in passed_over.stdout


def test_the_hook_and_its_example_are_what_pre_commit_wants(checkout: Path) -> None:
    hooks, config = str(HOOKS), str(EXAMPLES / "pre-commit-config.yaml")
    assert git(checkout, "pre-commit", "validate-manifest", hooks).returncode == 0
    assert git(checkout, "pre-commit", "validate-config", config).returncode == 0
    page = (ROOT / "docs" / "how-to" / "use-in-ci.md").read_text(encoding="utf-8")
    shown = "\n".join(Path(config).read_text(encoding="utf-8").splitlines()[2:])
    assert shown in page
