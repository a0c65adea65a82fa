"""Each kind of finding on a small invented case, from the articles on; and on one that only looks like it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import hearsay

_CASES = (Path(__file__).parent / "invented_cases.txt").read_text(encoding="utf-8").split("\n## ")[1:]


def _articles(case: str) -> list[dict[str, str]]:
    made = []
    for article in case.split("\n### ")[1:]:
        head, _, text = article.partition("\n")
        outlet, day, title = head.split(" | ", 2)
        made.append({"id": outlet, "outlet": outlet, "published": day, "title": title, "text": text.strip()})
    return made


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.partition("\n")[0].replace(" ", "-"))
def test_a_case_has_the_findings_of_the_kind_that_a_reader_would_list(case: str, tmp_path: Path) -> None:
    kind, verdict = case.partition("\n")[0].split()
    table = tmp_path / "articles.jsonl"
    table.write_text("\n".join(map(json.dumps, _articles(case))), encoding="utf-8")
    with hearsay.Case.open(tmp_path / "some.case", write=True, create=True) as made:
        hearsay.add(made, [str(table)])
        found = [each.verdict for each in hearsay.findings(made) if each.kind == kind]
        certain = {each.kind for each in hearsay.findings(made) if each.verdict == "certain"}
    assert found == ([] if verdict == "none" else [verdict])
    assert certain <= {kind}
