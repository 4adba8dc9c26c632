"""The enumeration of readings: what it finds in small datasets, and that the check finds a program that reads otherwise."""

import pytest

from checks.oracles.folder import Folder
from checks.oracles.readings import Maker, Relation, compare, figure

SUM = {"id": "army", "kind": "sum", "parts": ["foot", "horse"], "whole": ["total"]}


def relation(record=SUM, **statistics):
    """Each claim is a source, with its attribution where that is not the main text, and a value."""
    made = {}
    for name, claims in statistics.items():
        made[name] = "persons", []
        for place, (source, value) in enumerate(claims):
            by, _, attribution = source.partition(" ")
            made[name][1].append({
                "id": f"{name}{place}", "source": by, "attribution": attribution or "main", "rank": "normal", "value": value,
                "qualifier": "stated", "printed": "as it is told", "precision": 1,
            })
    return Relation(record, made)


def told(relation):
    """The verdict, the lines that decide as points with how often each counts, and whether they are coherent."""
    verdict, first, lines, coherent = relation.verdict()
    return verdict, {tuple(side.point for side in line): count for line, count in lines.items()}, coherent


def test_two_authors_parts_are_never_crossed():
    found = told(relation(foot=[("a", 60), ("b", 50)], horse=[("a", 40), ("b", 50)], total=[("c", 100)]))
    assert found == ("consistent", {(60, 40, 100): 1, (50, 50, 100): 1}, True)


def test_what_two_sources_print_alike_is_counted_once_for_each():
    found = told(relation(foot=[("a", 60), ("b", 60)], horse=[("a", 40), ("b", 40)], total=[("a", 100), ("b", 100)]))
    assert found == ("consistent", {(60, 40, 100): 2}, True)


def test_the_main_text_lends_where_another_strand_is_silent():
    found = told(relation(foot=[("a", 60), ("a other-data", 70)], horse=[("a", 40)], total=[("a", 100)]))
    assert found == ("contradiction", {(60, 40, 100): 1, (70, 40, 100): 1}, True)


def test_no_other_strand_lends():
    found = told(relation(foot=[("a", 60)], horse=[("a other-data", 40)], total=[("a other-data", 100)]))
    assert found == ("consistent", {(60, 40, 100): 1}, True)
    found = told(relation(foot=[("a", 60)], horse=[("a other-data", 40)], total=[("a estimate", 100)]))
    assert found[2] is False


def test_where_each_passes_over_the_other_it_is_a_tension_at_most():
    found = told(relation(foot=[("a", 60)], horse=[("b", 40)], total=[("a", 110), ("b", 120)]))
    assert found == ("tension", {(60, 40, 110): 1, (60, 40, 120): 1}, False)


def test_a_strand_with_a_total_of_its_own_is_not_held_against_another_total():
    found = told(relation(foot=[("a", 60)], horse=[("a", 40)], total=[("a", 100), ("b", 200)]))
    assert found == ("consistent", {(60, 40, 100): 1}, True)


def test_withdrawn_claims_say_nothing():
    empty = relation(foot=[], horse=[("a", 40)], total=[("a", 40)])
    assert told(empty)[0] == "unresolved"
    assert told(relation({"id": "same", "kind": "same", "statistic": "foot"}, foot=[("a", 60)]))[0] == "consistent"


def said(each, line):
    """As an answer has it."""
    return [[{"source": source, "attribution": word} for source, word in strands] for strands in each.said.get(line, [])]


@pytest.fixture
def answered():
    """100 datasets, and for each relation an answer that has no fault."""
    folder, maker = Folder(sources=4), Maker(3)
    relations = [each for place in range(100) for each in maker.add(folder, f"d{place}")]
    figures = {claim["id"]: figure(claim, it["unit"]) for it in folder.statistics for claim in it["claims"]}
    by = {}
    for statistic in folder.statistics:
        for claim in statistic["claims"]:
            by.setdefault((statistic["id"], figures[claim["id"]]), claim["id"])
    answers = []
    for each in relations:
        verdict, _, lines, coherent = each.verdict()
        names = each.names * 2 if each.kind == "same" else each.names
        readings = [{"label": "main" if coherent else "mixed", "claims": [by[pair] for pair in zip(names, line)], "arithmetic": str(place),
                     "count": count, "saidBy": said(each, line)} for place, (line, count) in enumerate(lines.items())]
        answers.append((each, {"verdict": verdict, "readings": readings}))
    return answers, figures


def test_a_reading_that_does_not_decide_and_heads_the_page_is_a_fault(answered):
    answers, figures = answered
    for each, check in answers:
        _, first, lines, _ = each.verdict()
        for reading, line in zip(check["readings"], lines):
            good = line in first
            assert good == (not list(compare(each, check, figures, reading["arithmetic"])))


def test_answers_that_agree_have_no_fault(answered):
    answers, figures = answered
    assert len(answers) > 150 and not [fault for each, check in answers for fault in compare(each, check, figures)]


def test_a_verdict_and_a_reading_that_are_others_are_faults(answered):
    answers, figures = answered
    for each, check in answers:
        other = "tension" if check["verdict"] == "consistent" else "consistent"
        assert list(compare(each, check | {"verdict": other}, figures))
        if check["readings"] and check["readings"][0]["label"] != "mixed":
            assert list(compare(each, check | {"readings": check["readings"][1:]}, figures))
            first, *rest = check["readings"]
            assert list(compare(each, check | {"readings": [first | {"count": first["count"] + 1}, *rest]}, figures))
            assert each.kind == "same" or list(compare(each, check | {"readings": [first | {"saidBy": []}, *rest]}, figures))
