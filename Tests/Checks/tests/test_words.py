"""The check of words finds a word that is not CLDR's."""

from datetime import date
from fractions import Fraction

import pytest

from checks.oracles.words import Tongue, dates_in_words, months, numbers_in_words, rules, tags

TAGS = tags()


class Told:
    """Answers every request with the same document."""

    base = "http://localhost"

    def __init__(self, document):
        self.document = document

    def get(self, path):
        return self

    def json(self):
        return self.document


@pytest.mark.parametrize("tag", TAGS)
def test_no_month_and_no_rule_of_ours_is_a_fault(tag):
    tongue = Tongue(tag)
    assert not [*months(tongue), *rules(tongue)]


@pytest.mark.parametrize("tag", TAGS)
def test_months_in_another_order_are_found(tag):
    tongue = Tongue(tag)
    tongue.file["dates"]["monthsAlone"][:2] = tongue.file["dates"]["monthsAlone"][1::-1]
    assert len(list(months(tongue))) == 1


@pytest.mark.parametrize("tag", TAGS)
def test_a_short_month_in_another_form_is_found(tag):
    tongue = Tongue(tag)
    tongue.file["dates"]["monthShort"] = "{month}/{year}"
    assert len(list(months(tongue))) == 12


@pytest.mark.parametrize("rule", [{"one": "n = 1..2"}, {}, {"one": "n % 10 = 1", "few": "n % 10 = 2..9 and n % 100 != 11..19"}])
def test_another_rule_of_the_plural_is_found(rule):
    tongue = Tongue("lt")
    tongue.file["plurals"] = rule
    assert list(rules(tongue))


@pytest.mark.parametrize("tag, text, good", [
    ("en", "5 September 9 CE", True), ("en", "5 September 9", False), ("en", "5 September 9 AD", False),
    ("lt", "9 m. po Kr. rugsėjo 5 d.", True), ("lt", "9 m. rugsėjo 5 d.", False), ("pl", "5 września 9 n.e.", True),
    ("de", "5. September 9 n. Chr.", True), ("he", "5 בספטמבר 9 לספירה", True), ("he", "5 בספטמבר 9", False),
])
def test_a_day_of_the_first_century_without_its_era_is_found(tag, text, good):
    client = Told({"events": [{"unique_id": "a", "display_date": text}]})
    dates = {"a": ("0009-09-05", lambda tongue: tongue.of_era(9, 1, "first century", date(1944, 9, 5)))}
    assert good == (not list(dates_in_words(client, Tongue(tag), dates)))


@pytest.mark.parametrize("tag, text, good", [
    ("lt", "1944 m. rugsėjo 5 d.", True), ("lt", "1944 m. rugsėjis 5 d.", False), ("en", "5 September 1944", True),
    ("en", "September 5, 1944", False), ("en", "05 September 1944", False), ("lt", "1944\xa0m. rugsėjo 5\xa0d.", True),
])
def test_a_day_in_another_order_or_case_is_found(tag, text, good):
    client = Told({"events": [{"unique_id": "a", "display_date": text}]})
    dates = {"a": ("1944-09-05", lambda tongue: tongue.day(date(1944, 9, 5)))}
    assert good == (not list(dates_in_words(client, Tongue(tag), dates)))


@pytest.mark.parametrize("tag, start, end, skeleton, text, good", [
    ("en", (1944, 7, 13), (1944, 7, 27), "yMMMMd", "13–27 July 1944", True),
    ("en", (1944, 7, 13), (1944, 7, 27), "yMMMMd", "13 July 1944 – 27 July 1944", False),
    ("lt", (1944, 7, 13), (1944, 7, 27), "yMMMMd", "1944 m. liepos 13–27 d.", True),
    ("lt", (1944, 8, 25), (1944, 9, 5), "yMMMMd", "1944 m. rugpjūčio 25 d. – rugsėjo 5 d.", True),
    ("lt", (1944, 8, 25), (1944, 9, 5), "yMMMMd", "1944 m. rugpjūčio 25 d. – 1944 m. rugsėjo 5 d.", False),
    ("lt", (1944, 7, 1), (1944, 12, 1), "yMMMM", "1944 m. liepa–gruodis", True),
    ("lt", (1944, 7, 1), (1944, 12, 1), "yMMMM", "1944 m. liepos–gruodžio", False),
    ("lt", (1944, 1, 1), (1945, 1, 1), "y", "1944–1945 m.", True), ("lt", (1944, 1, 1), (1945, 1, 1), "y", "1944 m. – 1945 m.", False),
    ("de", (1944, 7, 13), (1944, 7, 27), "yMMMMd", "13.–27. Juli 1944", True),
    ("pl", (1944, 8, 1), (1945, 5, 1), "yMMMM", "sierpień 1944 – maj 1945", True),
    ("he", (1944, 7, 13), (1944, 7, 27), "yMMMMd", "13–27 ביולי 1944", True),
])
def test_an_interval_that_says_twice_what_both_ends_have_in_common_is_found(tag, start, end, skeleton, text, good):
    client = Told({"events": [{"unique_id": "a", "display_date": text}]})
    dates = {"a": ("an interval", lambda tongue: tongue.interval(date(*start), date(*end), skeleton))}
    assert good == (not list(dates_in_words(client, Tongue(tag), dates)))


@pytest.mark.parametrize("tag, form, arithmetic, good", [
    ("en", Tongue.number, "1,234 ≠ 1,235", True), ("en", Tongue.number, "1234 ≠ 1,235", False),
    ("lt", Tongue.number, "1\xa0234 ≠ 1\xa0235", True), ("lt", Tongue.number, "1,234 ≠ 1,235", False),
    ("lt", Tongue.percentage, "1234\xa0% ≠ 1\xa0235\xa0%", False), ("lt", Tongue.percentage, "1\xa0234\xa0% ≠ 1\xa0235\xa0%", True),
])
def test_a_number_with_other_marks_is_found(monkeypatch, tag, form, arithmetic, good):
    told = [{"id": "a", "readings": [{"arithmetic": arithmetic}]}]
    monkeypatch.setattr("checks.oracles.words.records", lambda *_: told)
    found = list(numbers_in_words(Told(None), Tongue(tag), {"a": (Fraction(1234), Fraction(1235), form)}))
    assert good == (not found)


@pytest.mark.parametrize("count, text", [(1, "1 rodiklis"), (2, "2 rodikliai"), (10, "10 rodiklių"), (11, "11 rodiklių"), (21, "21 rodiklis")])
def test_the_form_beside_a_number_is_that_of_cldr(count, text):
    assert Tongue("lt").counted(count, "countStatistics") == text
