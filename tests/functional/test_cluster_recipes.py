"""The recipes for clusters, as far as they can be followed without one."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from dask_jobqueue.slurm import SLURMCluster

from factcheck.errors import ConfigurationError
from factcheck.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs/how-to/run-on-a-cluster.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def arguments(name: str) -> dict[str, Any]:
    """What the page gives a class by name."""
    (call,) = [
        node
        for block in blocks("python")
        for node in ast.walk(ast.parse(block))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]
    return {one.arg: ast.literal_eval(one.value) for one in call.keywords if one.arg}


def test_jobs_of_slurm_have_one_thread_for_each_worker() -> None:
    with SLURMCluster(**arguments("SLURMCluster"), scheduler_options={"port": 0}) as cluster:
        script = cluster.job_script()
    assert "#SBATCH --cpus-per-task=32" in script
    assert "#SBATCH --mem=120G" in script
    assert "#SBATCH -t 02:00:00" in script
    assert re.search(r"--nthreads 1 --memory-limit 3\.7\d*GiB --nworkers 32 ", script)


def test_pods_have_one_thread_for_each_worker() -> None:
    command = arguments("KubeCluster")["worker_command"]
    assert isinstance(command, list)
    assert command[:2] == ["dask", "worker"] and command[-2:] == ["--nthreads", "1"]


def test_the_options_of_workers_are_known() -> None:
    command = [sys.executable, "-m", "dask", "worker", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"dask worker ((?:.*\\\n)*.*)", "".join(blocks("(?:bash|console)")))
    asked = {option for one in commands for option in re.findall(r"--[a-z-]+", one)}
    assert {"--nthreads", "--nworkers", "--memory-limit", "--scheduler-file"} <= asked
    assert all(option in told for option in asked)


@pytest.mark.parametrize("engine", ["dask:tcp://10.0.0.1:8786", "dask:scheduler.json"])
def test_addresses_on_the_page_are_settings(engine: str) -> None:
    assert engine in PAGE
    assert Settings(engine=engine).engine == engine


def test_an_address_of_no_engine_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="engine"):
        Settings(engine="slurm:somewhere")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_job_of_slurm_can_be_read_by_a_shell() -> None:
    (job,) = blocks("bash")
    done = subprocess.run(["bash", "-n"], input=job, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
