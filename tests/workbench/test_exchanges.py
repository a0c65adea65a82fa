"""Who answers whom: the list, one exchange with its lags and its series, and the way there from an actor."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.workbench.steps import follow

BETWEEN = "/exchanges/one?one=Corwin%20Ashdale&other=Pavlen%20Dorosh"


def test_an_exchange_shows_its_moves_with_lags_and_steps(server, visit):
    page = visit(server, BETWEEN)
    moves = page.locator("ol.exchange > li").all_inner_texts()
    assert "Corwin Ashdale" in moves[0]
    assert any("1 day later" in move and "disputes the premise" in move for move in moves)
    assert all("step " in move for move in moves)
    assert page.locator("svg.series:not(.sample) a").count() == len(moves)


def test_it_is_the_same_whoever_is_named_first(server):
    with server.client() as client:
        one = client.get("/exchanges/one.json?one=Corwin%20Ashdale&other=Pavlen%20Dorosh").json()
        other = client.get("/exchanges/one.json?one=Pavlen%20Dorosh&other=Corwin%20Ashdale").json()
    assert one == other


def test_the_series_can_be_saved_as_a_picture(server):
    with server.client() as client:
        answer = client.get(BETWEEN.replace("one?", "one.svg?"))
    assert ElementTree.fromstring(answer.content)[0].tag.endswith("style")


def test_two_who_never_answered_each_other_have_none(server):
    with server.client() as client:
        assert client.get("/exchanges/one?one=Nobody&other=Else").status_code == 404


def test_an_actor_leads_to_his_exchanges(server, visit):
    page = visit(server, "/actors/Corwin%20Ashdale")
    follow(page, "[aria-labelledby=talk] a >> text=Pavlen Dorosh")
    assert page.locator("h1").inner_text() == "Corwin Ashdale and Pavlen Dorosh"


def test_the_series_stands_in_the_order_of_time_with_the_most_hostile_on_top(server, visit):
    page = visit(server, BETWEEN)
    words = page.locator("svg.series:not(.sample) .step").all_text_contents()
    heights = [float(one.get_attribute("y")) for one in page.locator("svg.series:not(.sample) .step").all()]
    assert dict(zip(words, heights, strict=True))["announce force"] == min(heights)
