"""What `import hearsay` offers is there, and the example in its docstring runs."""

import hearsay


def test_every_public_name_can_be_loaded():
    assert [name for name in hearsay.__all__ if getattr(hearsay, name) is None] == []


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(hearsay, "nothing_of_this_name")


def test_the_example_in_the_docstring_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    pages = tmp_path / "saved-pages"
    pages.mkdir()
    (pages / "note.txt").write_text("Ada Lindqvist said: “The ferry stays in port.”\n", encoding="utf-8")
    lines = (hearsay.__doc__ or "").splitlines()
    example = "\n".join(line[4:] for line in lines if line.startswith("    "))
    exec(compile(example, "example", "exec"), {})
    assert capsys.readouterr().out == "Ada Lindqvist “The ferry stays in port.” 0\n"
