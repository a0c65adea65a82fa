"""A drawing becomes a PNG where this machine can, and says what is missing where it cannot."""

import pytest

from hearsay.errors import HearsayError
from hearsay.export.raster import png
from hearsay.tape import programs

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="9" height="9"/></svg>'

needs_program = pytest.mark.skipif(not programs.find("rsvg-convert"), reason="rsvg-convert is not installed")


@needs_program
def test_a_png_has_the_size_of_the_drawing():
    made = png(SVG)
    assert made.startswith(b"\x89PNG")
    assert [int.from_bytes(made[16:20]), int.from_bytes(made[20:24])] == [30, 20]


@needs_program
def test_what_is_no_drawing_is_refused():
    with pytest.raises(HearsayError, match="cannot draw it"):
        png("<svg")


def test_without_the_program_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HearsayError, match="apt-get install librsvg2-bin"):
        png(SVG)
