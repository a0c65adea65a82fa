"""Where gold lies, if it lies anywhere: beside the repository, never in it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCORERS = SHARED / "bench"
GOLD = SHARED / "data"

needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold is not beside the repository")
