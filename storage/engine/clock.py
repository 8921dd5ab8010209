"""One clock for all processes: the database's, so that leases and due times are comparable."""

from typing import Any

from sqlalchemy import Double
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class db_now(FunctionElement[float]):
    """Seconds since the epoch by the database's clock, as a float, when the statement began."""

    type = Double()
    inherit_cache = True


@compiles(db_now, "postgresql")
def _postgresql(_element: db_now, _compiler: SQLCompiler, **_options: Any) -> str:
    # statement_timestamp() is STABLE: clock_timestamp() is VOLATILE and would rule out the index.
    return "CAST(extract(epoch FROM statement_timestamp()) AS double precision)"


@compiles(db_now, "sqlite")
def _sqlite(_element: db_now, _compiler: SQLCompiler, **_options: Any) -> str:
    # unixepoch('subsec') came with SQLite 3.42; Debian 12 has 3.40.
    return "((julianday('now') - 2440587.5) * 86400.0)"
