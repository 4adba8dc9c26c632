"""The weighing by brute force: what it finds in small networks, and that the check finds a program that weighs otherwise."""

import copy

import pytest

from checks.oracles.reasoning.brute import Part, knots, least, mixed
from checks.oracles.reasoning.compare import compare
from checks.oracles.reasoning.evidence import Evidence, parsed

UNITS = [{"id": "persons", "kind": "count"}]


def statistic(name, *claims):
    """Each claim is a source, with its attribution where that is not the main text, and a value."""
    made = []
    for place, (source, value) in enumerate(claims):
        by, _, attribution = source.partition(" ")
        made.append({"id": f"{name}{place}", "source": by, "attribution": attribution or "main", "rank": "normal", "value": value,
                     "qualifier": "stated", "printed": "as it is told", "precision": 1})
    return {"id": name, "unit": "persons", "claims": made}


RELATIONS = [{"id": "sum", "kind": "sum", "parts": ["a", "b"], "whole": ["w"]},
             {"id": "rise", "kind": "cumulative", "earlier": ["w"], "later": ["l"]}]
STATISTICS = [statistic("a", ("s", 60), ("s other-data", 70)), statistic("b", ("s", 40)), statistic("w"), statistic("l", ("s", 105))]


def evidence(**options):
    return Evidence(STATISTICS, RELATIONS, UNITS, **options)


def part(**options):
    made = evidence(**options)
    found, = [each for each in made.parts() if each[1]]
    return Part(made, *found, linear=True)


def names(conflicts):
    return {frozenset(figure.name[0] for figure in conflict) for conflict in conflicts}


def test_conflicts_are_minimal_and_run_through_what_nobody_counts():
    weighed = part()
    found = weighed.conflicts()
    assert names(found) == {frozenset({"a0", "a1"}), frozenset({"a1", "b0", "l0"})}
    assert sorted(map(weighed.kind, found)) == ["relations", "values"]
    assert not any(mixed(weighed.evidence, conflict) for conflict in found if weighed.kind(conflict) != "values")
    assert len(knots(found)) == 1
    assert least(found, lambda figure: 1) == (1, {frozenset({("a1",)})})


def test_a_choice_has_a_figure_of_each_and_says_what_stands():
    weighed = part()
    choices = weighed.choices(weighed.statistics)
    assert set(choices) == {frozenset()}
    assert weighed.stands(choices) == {("a0",): "every", ("a1",): "none", ("b0",): "every", ("l0",): "every"}


def test_what_is_given_up_takes_no_part():
    assert names(part(without=["a1"]).conflicts()) == set()
    assert names(Part(evidence(without=["rise"]), ["a", "b", "w"], ["sum"], True).conflicts()) == {frozenset({"a0", "a1"})}


def test_who_passes_over_a_figure_of_a_source_says_nothing():
    statistics = [statistic("a", ("s", 60), ("s other-data", 70)), statistic("b", ("s", 41), ("s other-data", 50))]
    made = Evidence(statistics, [], UNITS)
    one, other = made.figures["a"], made.figures["b"]
    assert [mixed(made, {one[0], other[0]}), mixed(made, {one[1], other[1]}), mixed(made, {one[0], other[1]})] == [False, False, True]


def test_formulas_are_read_as_they_are_written():
    assert parsed("x <= 2 * y - 1", {"x": "a", "y": "b"}) == ("<=", "a", ("-", ("*", 2, "b"), 1))


def figure(name, stands, conflicts=()):
    return {"claims": [name], "stands": stands, "conflicts": list(conflicts)}


def end(key, value, because=(), by=()):
    return {key: value, f"{key}Because": [[name] for name in because], f"{key}By": list(by)}


def ranged(low, high):
    return {**low, **high, "fits": True, "without": []}


ANSWER = {
    "truncated": [], "loose": [], "leftOut": [],
    "conflicts": [
        {"id": "one", "kind": "relations", "figures": [["a1"], ["b0"], ["l0"]], "relations": ["sum", "rise"], "unavoidable": False,
         "mixed": False},
        {"id": "values-a", "kind": "values", "figures": [["a0"], ["a1"]], "relations": [], "unavoidable": False, "mixed": False}],
    "knots": [{"conflicts": ["one", "values-a"], "revisions": {
        "statistic": {"cost": 0, "sets": [[]]}, "witness": {"cost": 1, "sets": [[["a1"]]]}, "claim": {"cost": 1, "sets": [[["a1"]]]}}}],
    "statistics": [
        {"id": "a", "figures": [figure("a0", "every"), figure("a1", "none")],
         "implied": ranged(end("low", 0), end("high", 65, ["b0", "l0"], ["sum", "rise"])),
         "together": ranged(end("low", 60, ["a0"]), end("high", 60, ["a0"]))},
        {"id": "b", "figures": [figure("b0", "every")],
         "implied": ranged(end("low", 0), end("high", 45, ["a0", "l0"], ["sum", "rise"])),
         "together": ranged(end("low", 40, ["b0"]), end("high", 40, ["b0"]))},
        {"id": "w", "figures": [], **dict.fromkeys(("implied", "together"), ranged(
            end("low", 100, ["a0", "b0"], ["sum"]), end("high", 100, ["a0", "b0"], ["sum"])))},
        {"id": "l", "figures": [figure("l0", "every")], "implied": ranged(end("low", 100, ["a0", "b0"], ["sum", "rise"]), {"high": None}),
         "together": ranged(end("low", 105, ["l0"]), end("high", 105, ["l0"]))}],
}


def test_the_right_answer_has_no_fault():
    answer = copy.deepcopy(ANSWER)
    assert list(compare(evidence(), answer)) == []


@pytest.mark.parametrize("change", [
    lambda answer: answer["conflicts"].pop(0),
    lambda answer: answer["conflicts"][0].update(kind="relation"),
    lambda answer: answer["conflicts"][0].update(mixed=True),
    lambda answer: answer["conflicts"][0].update(unavoidable=True),
    lambda answer: answer["conflicts"][0].update(relations=["sum"]),
    lambda answer: answer["knots"][0]["revisions"]["claim"].update(cost=2),
    lambda answer: answer["knots"][0]["revisions"]["statistic"].update(sets=[["a"]]),
    lambda answer: answer["statistics"][0]["figures"][1].update(stands="some"),
    lambda answer: answer["statistics"][0]["implied"].update(high=66),
    lambda answer: answer["statistics"][0]["implied"].update(fits=False),
    lambda answer: answer["statistics"][0]["implied"].update(highBecause=[["b0"]]),
    lambda answer: answer["statistics"][2]["implied"].update(lowBy=["sum", "rise"]),
    lambda answer: answer["statistics"][1].pop("together"),
    lambda answer: answer["truncated"].append(["a"]),
])
def test_a_wrong_answer_is_found(change):
    answer = copy.deepcopy(ANSWER)
    change(answer)
    assert list(compare(evidence(), answer))


def doubted(high, *doubts):
    """The answer of a program to which `rise` says less than it does, with how far `a` is said to go by the others."""
    answer = copy.deepcopy(ANSWER)
    answer["loose"].append("rise")
    answer["statistics"][0]["implied"].update(high=high, highDoubts=list(doubts))
    return list(compare(evidence(), answer, linear=False))


def test_an_end_in_doubt_may_be_further_out_and_no_other():
    assert doubted(66, "rise") == doubted(65, "rise") == doubted(65) == []
    assert doubted(66), "without doubt"
    assert doubted(64, "rise"), "further in"
    assert doubted(66, "sum"), "a relation that says all it can"


def test_a_conflict_that_is_none_is_found_where_there_is_doubt():
    answer = copy.deepcopy(ANSWER)
    answer["loose"].append("rise")
    answer["conflicts"][0]["figures"] = [["a0"], ["b0"], ["l0"]]
    assert any("can be right" in fault for fault in compare(evidence(), answer, linear=False))
