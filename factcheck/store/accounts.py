"""The accounts of those who review."""

from __future__ import annotations

from factcheck.model import Account, Role
from factcheck.store.database import Connection

_COLUMNS = "name, role, active"


def add(connection: Connection, account: Account, password: str) -> None:
    """Keep a new account with the hash of its password.

    Raises:
        StoreError: there is an account of this name.
    """
    connection.execute(
        "INSERT INTO account (name, role, active, password) "
        "VALUES (:name, :role, :active, :password)",
        name=account.name,
        role=account.role.value,
        active=int(account.active),
        password=password,
    )


def get(connection: Connection, name: str) -> Account | None:
    """Return the account of this name, or None."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM account WHERE name = :name", name=name)
    return _account(rows[0]) if rows else None


def everybody(connection: Connection) -> tuple[Account, ...]:
    """Return every account, by name."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM account ORDER BY name")
    return tuple(map(_account, rows))


def change(connection: Connection, account: Account) -> None:
    """Keep the role of an account, and whether it is active."""
    connection.execute(
        "UPDATE account SET role = :role, active = :active WHERE name = :name",
        name=account.name,
        role=account.role.value,
        active=int(account.active),
    )


def password(connection: Connection, name: str) -> str:
    """Return the hash of somebody's password; empty where there is no such account."""
    rows = connection.execute("SELECT password FROM account WHERE name = :name", name=name)
    return str(rows[0][0]) if rows else ""


def set_password(connection: Connection, name: str, password: str) -> None:
    """Keep another hash of a password."""
    connection.execute(
        "UPDATE account SET password = :password WHERE name = :name", name=name, password=password
    )


def _account(row: tuple[str, str, int]) -> Account:
    name, role, active = row
    return Account(name, Role(role), bool(active))
