"""What reviewers decide, kept in a database; nothing else knows which database it is."""

from factcheck.store.database import Connection, Database
from factcheck.store.opening import open_store

__all__ = ["Connection", "Database", "open_store"]
