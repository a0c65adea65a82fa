"""The program starts at once."""

import resource
import subprocess
import sys

import pytest

# More CPU time than an empty interpreter takes that importing the package or `--help` may cost.
ALLOWED_SECONDS = 0.150


def cpu_seconds(code):
    """The least CPU time of five runs: what the machine does besides only ever adds to it."""
    runs = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        runs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(runs)


@pytest.mark.parametrize(
    "code",
    [
        "import hearsay",
        "import sys; sys.argv = ['hearsay', '--help']; from hearsay.cli import main; main()",
        "import sys; sys.argv = ['hearsay', 'add', '--help']; from hearsay.cli import main; main()",
    ],
)
def test_import_and_help_are_quick(code):
    assert cpu_seconds(code) - cpu_seconds("pass") < ALLOWED_SECONDS


def test_importing_the_package_loads_no_stage():
    code = "import hearsay, sys; assert not [m for m in sys.modules if m.startswith('hearsay.')]"
    subprocess.run([sys.executable, "-c", code], check=True)
