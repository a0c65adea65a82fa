"""Rows as Parquet, the bulk format: for DuckDB, pandas, Spark and whatever else reads columns."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from hearsay.errors import HearsayError

# Columns that hold whole numbers; all others hold text.
_NUMBERS = ("start", "end")


def is_available() -> bool:
    """Whether the library that writes Parquet is installed: it is large, and an extra."""
    return find_spec("pyarrow") is not None


def as_parquet(table: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """Rows as one Parquet file with these columns; raises `HearsayError` without pyarrow."""
    if not is_available():
        raise HearsayError(
            "Parquet needs a library that is not installed",
            remedy='Install it: pip install "hearsay[parquet]". JSON lines hold the same.',
        )
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, pa.int64() if name in _NUMBERS else pa.string()) for name in columns])
    made = pa.table({name: [row.get(name) for row in table] for name in columns}, schema=schema)
    out = io.BytesIO()
    pq.write_table(made, out, compression="zstd")
    return out.getvalue()
