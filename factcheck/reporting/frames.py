"""Claims, judgements and findings as data frames of pandas or polars.

Which library makes them is for the caller to say, never for what happens to be installed. The
types of columns are those of the rows, also where there is no row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args, get_type_hints, overload

from attrs import fields

from factcheck.errors import ConfigurationError
from factcheck.model import Baseline, Run
from factcheck.reporting.tables import TableName, table

if TYPE_CHECKING:
    import pandas
    import polars

LibraryName = Literal["pandas", "polars"]


@overload
def frame(
    run: Run, name: TableName, library: Literal["pandas"], baseline: Baseline | None = None
) -> pandas.DataFrame: ...


@overload
def frame(
    run: Run, name: TableName, library: Literal["polars"], baseline: Baseline | None = None
) -> polars.DataFrame: ...


def frame(
    run: Run, name: TableName, library: LibraryName, baseline: Baseline | None = None
) -> pandas.DataFrame | polars.DataFrame:
    """Return one table of ``run`` as a data frame; its columns are those of the CSV.

    Args:
        run: what was found.
        name: ``claims``, ``judgements`` or ``disputes``.
        library: ``pandas`` or ``polars``.
        baseline: what is accepted, for the disputes.

    Raises:
        ConfigurationError: there is no such table or library, or the library is not installed.
    """
    for chosen, known in ((name, get_args(TableName)), (library, get_args(LibraryName))):
        if chosen not in known:
            raise ConfigurationError(f"{chosen!r} is not allowed; there are {', '.join(known)}.")
    kind, rows = table(run, name, baseline)
    types = get_type_hints(kind)
    held = list(rows)
    columns = {
        column.name: [_whole(getattr(row, column.name)) for row in held] for column in fields(kind)
    }
    make = _pandas if library == "pandas" else _polars
    try:
        return make(columns, types)
    except ImportError as error:
        raise ConfigurationError(
            f"data frames of {library} need {library}: pip install 'factcheck[{library}]'"
        ) from error


def _whole(cell: str | int | float) -> str | int | float:
    r"""Return a cell; half characters (of file names that are no UTF-8) come out as ``\udcXX``."""
    return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell


def _pandas(columns: dict[str, list[Any]], types: dict[str, type]) -> pandas.DataFrame:
    import pandas

    # Named, because the default depends on whether pyarrow is installed.
    known = {str: pandas.StringDtype("python"), int: "int64", float: "float64"}
    return pandas.DataFrame(
        {name: pandas.Series(values, dtype=known[types[name]]) for name, values in columns.items()}
    )


def _polars(columns: dict[str, list[Any]], types: dict[str, type]) -> polars.DataFrame:
    import polars

    known = {str: polars.String, int: polars.Int64, float: polars.Float64}
    return polars.DataFrame(columns, schema={name: known[types[name]] for name in columns})
