"""``factcheck store``: the database in which reviews are kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial, wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.cli.command import Group
from factcheck.cli.options import message_options
from factcheck.cli.output import STANDARD, Output
from factcheck.cli.program import ExitCode
from factcheck.cli.terminal import Terminal
from factcheck.reporting.wording import counted
from factcheck.settings import Settings, load

_Command = TypeVar("_Command", bound=Callable[..., Any])

_NOUNS = {"item": "finding", "entry": "entry", "account": "account", "event": "event"}


@click.group("store", cls=Group)
def command() -> None:
    """Check, copy and bring up to date the database in which reviews are kept.

    STORE is the path of a file or an address such as postgresql://anna@db.example.org/reviews; the
    setting store by default.
    """


def _store_argument(command: _Command) -> _Command:
    """Add the store and the configuration, and hand over ``settings``."""

    @wraps(command)
    def with_settings(*, store: str | None, config: Path | None, **options: Any) -> Any:
        return command(settings=load(config, Path.cwd(), flags={"store": store}), **options)

    added: Any = message_options(with_settings)
    added = _CONFIG(added)
    return click.argument("store", required=False)(added)  # type: ignore[no-any-return]


_CONFIG: Any = click.option(
    "--config",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Configuration to use instead of the nearest factcheck.toml or pyproject.toml.",
)


@command.command("check")
@click.option("--mend", is_flag=True, help="Bring what departs from the log in line with it.")
@_store_argument
def check(mend: bool, settings: Settings, terminal: Terminal) -> int:
    """List what is wrong with STORE, a line each; the exit code is 1 where anything is left so.

    The database checks itself; nothing may be missing from the log of decisions, and whatever was
    worked out from it (where a finding stands, whose votes count, who holds it) is worked out anew
    and compared.
    """
    from factcheck.review import audit
    from factcheck.review.opening import open_desk
    from factcheck.review.people import CONSOLE
    from factcheck.store.checking import problems
    from factcheck.store.opening import connect

    with closing(connect(settings.store, create=False)) as database:
        if found := problems(database):
            _list(found)
            terminal.say("'factcheck store migrate NEW --from BACKUP' makes a store of a backup")
            return ExitCode.FINDINGS
        policy = open_desk(database, settings).policy
        work = partial(audit.mend, actor=CONSOLE) if mend else audit.audit
        departed = work(database, policy)
        _list(tuple(map(str, departed)))
        if not departed:
            terminal.say(f"{database.label}: all is well")
        elif mend:
            terminal.say(f"{database.label}: {counted(len(departed), 'problem')} mended")
        else:
            terminal.say("'factcheck store check --mend' mends this by the log")
        return ExitCode.FINDINGS if departed and not mend else ExitCode.CLEAN


@command.command("backup")
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The copy, a new file.",
)
@_store_argument
def backup(target: Path, settings: Settings, terminal: Terminal) -> int:
    """Copy STORE into a new file, as it stands at one moment.

    Reviewers can go on meanwhile. The copy is a store itself, a file whichever database it was
    copied from; with migrate --from it goes into another.
    """
    from factcheck.store.opening import connect

    with closing(connect(settings.store, create=False)) as database:
        database.backup(target)
        terminal.say(f"{database.label}: copied to {target}")
    return ExitCode.CLEAN


@command.command("migrate")
@click.option("--from", "source", metavar="OTHER", help="Then copy everything from this store.")
@_store_argument
def migrate(source: str | None, settings: Settings, terminal: Terminal) -> int:
    """Make STORE, or bring it up to date, and say what was done.

    With --from, everything that another store or a backup holds is put into STORE, which holds
    nothing yet; the other may be in another kind of database.
    """
    from factcheck.store import open_store
    from factcheck.store.copying import copy_into
    from factcheck.store.migrations import migrate
    from factcheck.store.opening import connect

    with closing(connect(settings.store)) as database:
        steps = migrate(database)
        done = f"took {', '.join(steps)}" if steps else "is up to date"
        terminal.say(f"{database.label}: {done}")
        if source is not None:
            with closing(open_store(source, create=False)) as other:
                counts = copy_into(database, other)
                told = ", ".join(_number(counts, table) for table in _NOUNS)
                terminal.say(f"{other.label}: copied {told}")
    return ExitCode.CLEAN


def _list(found: tuple[str, ...]) -> None:
    if found:
        Output(STANDARD, "text").write("".join(f"{one}\n" for one in found))


def _number(counts: dict[str, int], table: str) -> str:
    noun = _NOUNS[table]
    return counted(counts[table], noun, "entries" if noun == "entry" else "")
