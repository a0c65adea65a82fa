"""Rows as Parquet, the bulk format: for DuckDB, pandas, Spark and whatever else reads columns."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from hearsay.errors import HearsayError

# Columns that hold whole numbers, and seconds; all others hold text.
_NUMBERS, _SECONDS = ("start", "end"), ("from", "to")


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

    kinds = {**dict.fromkeys(_NUMBERS, pa.int64()), **dict.fromkeys(_SECONDS, pa.float64())}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in columns])
    made = pa.table({name: [row.get(name) for row in table] for name in columns}, schema=schema)
    out = io.BytesIO()
    pq.write_table(made, out, compression="zstd")
    return out.getvalue()
