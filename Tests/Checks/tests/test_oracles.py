"""The oracles: what they say of known words and sides, and that they find a program that says otherwise."""

from fractions import Fraction

import pytest

from checks.oracles.arithmetic import Oracle
from checks.oracles.expressions import approached
from checks.oracles.folder import Folder, number, written
from checks.oracles.quantities import side
from checks.oracles.relations import RelationMaker
from checks.oracles.verdicts import INFINITY, Side, equation, inequality

COUNT, PERCENTAGE = {"id": "persons", "kind": "count"}, {"id": "percent", "kind": "percentage"}


def told(value, qualifier="stated", **members):
    return {"value": value, "qualifier": qualifier, "printed": "as it is told", **members}


def of(low, high, point=None, unknown=False):
    return Side(low, high, point, unknown)


@pytest.mark.parametrize("claim, unit, low, high", [
    (told(27361), COUNT, 27361, 27361),
    (told(63000), COUNT, 62500, 63499),
    (told(63100), COUNT, 63050, 63149),
    (told(63100, precision=1), COUNT, 63100, 63100),
    (told(0), COUNT, 0, 0),
    (told(47, "about"), COUNT, 43, 51),
    (told(5, "more-than"), COUNT, 6, INFINITY),
    (told(5, "less-than"), COUNT, 0, 4),
    (told(50, "more-than"), PERCENTAGE, 50, 100),
    (told(12), PERCENTAGE, Fraction("11.5"), Fraction("12.5")),
    (told(100), PERCENTAGE, Fraction("99.5"), 100),
    ({"low": 1, "high": 3, "qualifier": "between"}, COUNT, 1, 3),
    (told(None, "unknown"), COUNT, 0, INFINITY),
    (told(1200000, printed="1.2 million"), COUNT, 1150000, 1249999),
    (told(58600, scale=1000, printed="58.6"), COUNT, 58550, 58649),
    (told(10, printed="10.0"), PERCENTAGE, Fraction("9.95"), Fraction("10.05")),
    (told(63000, printed="٦٣٬٠٠٠"), COUNT, 62500, 63499),
    (told(5000, printed="in 1944, 5,000"), COUNT, 4500, 5499),
    (told(12, precision=Fraction("0.1")), PERCENTAGE, Fraction("11.95"), Fraction("12.05")),
    ({"ratio": [1, 8], "qualifier": "stated"}, PERCENTAGE, Fraction(200, 17), Fraction(40, 3)),
])
def test_words_become_an_interval(claim, unit, low, high):
    found = side(claim, unit)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("one, other, verdict", [
    (of(1, 2, 1), of(3, 4, 3), "contradiction"),
    (of(1, 1, 1), of(1, 1, 1), "consistent"),
    (of(1, 4, 2), of(3, 5, 4), "within-rounding"),
    (of(1, 4), of(2, 3, 2), "consistent"),
    (of(1, 4), of(3, 5, 4), "unresolved"),
    (of(0, INFINITY, unknown=True), of(2, 3, 2), "unresolved"),
    (of(0, 100, unknown=True), of(101, 101, 101), "contradiction"),
])
def test_two_sides_have_a_verdict(one, other, verdict):
    assert equation(one, other) == equation(other, one) == verdict


@pytest.mark.parametrize("one, other, verdict", [
    (of(1, 2, 1), of(2, 4, 3), "consistent"),
    (of(1, 9, 4), of(2, 8, 5), "consistent"),
    (of(1, 9, 5), of(2, 8, 4), "within-rounding"),
    (of(1, 9), of(2, 8, 4), "unresolved"),
    (of(9, 9, 9), of(2, 8, 4), "contradiction"),
])
def test_an_inequality_has_a_verdict(one, other, verdict):
    assert inequality(one, other) == verdict


@pytest.mark.parametrize("value, digits", [("1/8", "0.125"), ("-5/2", "-2.5"), ("1000000", "1000000"), ("1/100", "0.01")])
def test_fractions_are_written_exactly(value, digits):
    assert number(Fraction(value)) == digits and written([Fraction(value)]) == f"[{digits}]"


@pytest.fixture
def answered():
    """200 relations, and an answer to each that has no fault."""
    maker, folder = RelationMaker(1, ["same", "sum", "part", "cumulative", "share", "change"]), Folder()
    oracle = Oracle(maker.units)
    answers = []
    for place in range(200):
        record, claims = maker.relation(folder, f"r{place}")
        answers.append((record, claims, *oracle.expected(record, claims)))
    return oracle, answers


def test_answers_that_agree_have_no_fault(answered):
    oracle, answers = answered
    assert not [fault for answer in answers for fault in oracle.faults(*answer)]
    assert oracle.solved == 200 and len(oracle.verdicts) >= 4


def test_every_other_verdict_is_a_fault(answered):
    oracle, answers = answered
    for record, claims, check, ends in answers:
        for verdict in {"consistent", "contradiction", "unresolved", "within-rounding", "tension"} - {check["verdict"]}:
            faults = list(oracle.faults(record, claims, check | {"verdict": verdict}, ends))
            assert faults and verdict in faults[0]


def test_an_interval_that_is_off_by_one_is_a_fault(answered):
    oracle, answers = answered
    for record, claims, check, ends in answers:
        name, (low, high) = next(iter(ends.items()))
        assert list(oracle.faults(record, claims, check, ends | {name: [(low or 0) + 1, high]}))
        side = check["readings"][0]["stated"]
        reading = check["readings"][0] | {"stated": side | {"low": (side["low"] or 0) - 1}}
        assert list(oracle.faults(record, claims, check | {"readings": [reading]}, ends))


@pytest.mark.parametrize("tree, verdict, good", [
    (("=", ("*", "a", "b"), "c"), "contradiction", True), (("=", ("*", "a", "b"), "c"), "within-rounding", False),
    (("=", ("*", "a", "b"), ("-", "c", Fraction(1))), "consistent", True),
    # What is not linear and has a term twice is held against z3 alone.
    (("=", ("*", "a", ("-", "a", "a")), "c"), "unresolved", True), (("=", ("*", "a", ("-", "a", "a")), "c"), "consistent", False),
    (("<", ("*", "a", "b"), ("*", "c", "a")), "contradiction", False),
])
def test_a_formula_has_the_verdict_of_its_comparison(tree, verdict, good):
    claims = {name: ("persons", [told(value, id=name, precision=1)]) for name, value in [("a", 2), ("b", 3), ("c", 7)]}
    oracle = Oracle({"persons": COUNT})
    record = {"id": "r", "kind": "formula", "tree": tree}
    _, ends = oracle.expected(record, claims)
    faults = list(oracle.faults(record, claims, {"verdict": verdict, "readings": [{}]}, ends))
    assert good == (not faults), faults


@pytest.mark.parametrize("tree, near", [
    (("/", "a", "b"), False),
    (("/", "a", "open"), True),
    (("+", "a", ("/", "b", "open")), True),
    (("/", "a", ("/", "b", "zero")), True),
])
def test_a_quotient_comes_near_to_nothing_where_its_divisor_has_no_bound(tree, near):
    figures = {
        "a": Side(Fraction(1), Fraction(2), None), "b": Side(Fraction(3), Fraction(4), None),
        "open": Side(Fraction(1), INFINITY, None), "zero": Side(Fraction(0), Fraction(1), None)}
    assert approached(tree, figures) is near
