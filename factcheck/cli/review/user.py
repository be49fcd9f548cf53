"""``factcheck review user``: the accounts of those who check."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from factcheck.cli.command import Group
from factcheck.cli.options import message_options
from factcheck.cli.program import ExitCode
from factcheck.cli.review.options import store_option
from factcheck.cli.terminal import Terminal
from factcheck.errors import ConfigurationError
from factcheck.model import Account, Role

if TYPE_CHECKING:
    from factcheck.store import Database

_ROLES = click.Choice([role.value for role in Role])


@click.group("user", cls=Group)
def command() -> None:
    """Manage the accounts of those who check.

    Once there is an account, everybody logs in. Accounts are never deleted, since what they decided
    bears their names: whoever is removed can no longer log in.
    """


@command.command("add")
@click.argument("name")
@click.option("--role", type=_ROLES, default=Role.REVIEWER.value, show_default=True)
@store_option(create=True)
@message_options
def add(name: str, role: str, database: Database, terminal: Terminal) -> int:
    """Add an account; its password is asked for twice, or is the first line of standard input."""
    from factcheck.review.people import CONSOLE, People

    try:
        account = Account(name, Role(role))
    except ValueError as error:
        raise ConfigurationError(f"{error}.") from error
    people = People(database)
    people.check_free(name)
    people.add(CONSOLE, account, _password(name))
    terminal.say(f"{name} may log in now, as {_words(account)}")
    return ExitCode.CLEAN


@command.command("remove")
@click.argument("name")
@store_option()
@message_options
def remove(name: str, database: Database, terminal: Terminal) -> int:
    """Keep somebody from logging in, and log them out; what they decided stays."""
    _change(database, name, active=False)
    terminal.say(f"{name} may no longer log in")
    return ExitCode.CLEAN


@command.command("restore")
@click.argument("name")
@store_option()
@message_options
def restore(name: str, database: Database, terminal: Terminal) -> int:
    """Let somebody who was removed log in again, with the password they had."""
    account = _change(database, name, active=True)
    terminal.say(f"{name} may log in again, as {_words(account)}")
    return ExitCode.CLEAN


@command.command("role")
@click.argument("name")
@click.argument("role", type=_ROLES)
@store_option()
@message_options
def role(name: str, role: str, database: Database, terminal: Terminal) -> int:
    """Give somebody another role."""
    account = _change(database, name, role=Role(role))
    terminal.say(f"{name} is {_words(account)} now")
    return ExitCode.CLEAN


@command.command("password")
@click.argument("name")
@store_option()
@message_options
def password(name: str, database: Database, terminal: Terminal) -> int:
    """Give somebody another password, asked for as with add, and log them out."""
    from factcheck.review.people import CONSOLE, People

    people = People(database)
    people.check_known(name)
    people.set_password(CONSOLE, name, _password(name))
    terminal.say(f"{name} logs in with the new password from now on")
    return ExitCode.CLEAN


@command.command("list")
@store_option()
def list_(database: Database) -> int:
    """List the accounts with their roles."""
    from factcheck.review.people import People

    people = People(database).everybody()
    width = max((len(one.name) for one in people), default=0)
    for one in people:
        click.echo(f"{one.name:{width}}  {_words(one)}{'' if one.active else ', removed'}")
    return ExitCode.CLEAN


def _change(
    database: Database, name: str, *, role: Role | None = None, active: bool | None = None
) -> Account:
    from factcheck.review.people import CONSOLE, People

    return People(database).change(CONSOLE, name, role=role, active=active)


def _words(account: Account) -> str:
    return account.role.value.replace("_", "-")


def _password(name: str) -> str:
    """Return the hash of the password that is typed twice, or read from standard input."""
    from factcheck.web import passwords

    if sys.stdin.isatty():
        ask = partial(click.prompt, hide_input=True, err=True)
        hint = f"Password of {name} ({passwords.LEAST} characters at least)"
        return passwords.hashed(ask(hint, confirmation_prompt="The same again"))
    line = sys.stdin.buffer.readline()
    try:
        return passwords.hashed(line.decode("utf-8").rstrip("\r\n"))
    except UnicodeDecodeError as error:
        raise ConfigurationError("standard input: the password is no UTF-8.") from error
