"""Numbers, dates and counts as pages write them, compared with the Unicode CLDR through babel (PyPI), in every language that
the program has words for: months, the names of languages, the order and case of day, month and year, intervals of them, the
grouping of digits, decimal marks, percentages, and the plural of every number from 0 to 1,000. `words [seed]`.

What is written otherwise than in CLDR, and why, stands in `OTHERWISE`."""

import html
import json
import random
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal
from babel.plural import PluralRule

from ..harness.http import records
from ..harness.report import Report
from ..harness.server import ROOT
from .folder import Folder, number

# What the program comes with, and what the tests add as the proof from right to left.
FURTHER = ROOT / "Tests/Support/Words"
WORDS = [ROOT / "Resources/web/words", FURTHER]
UNITS = [{"id": "persons", "kind": "count"}, {"id": "percent", "kind": "percentage"}]
PLURAL = 1000
SPACES = dict.fromkeys(map(ord, "\xa0\u202f\u2009"), " ")

# What of CLDR's form is put otherwise, by language ("" for all) and kind, and why.
OTHERWISE = {
    ("en", "era"): (lambda text: "BCE", "CLDR's variant of it, which does not name a creed"),
    ("en", "first century"): (lambda text: "CE", "likewise"),
    ("pl", "number"): (
        lambda text: re.sub("^(-?[0-9])[\\s](?=[0-9]{3}(?![0-9\\s]))", r"\1", text),
        "CLDR's minimumGroupingDigits, which babel does not read: no separator below 10,000"),
    ("lt", "year"): (lambda text: f"{text} m.", "a year alone is followed by the word for it, as in CLDR's own longer forms"),
    ("en", "interval"): (
        lambda text: re.sub(r"^(\w+) – ", r"\1–", text),
        "a dash between two words or two numbers stands without spaces, where CLDR puts thin ones"),
    ("lt", "interval"): (
        lambda text: re.sub(r"(?<!\d)(\d\d?)(?=\s–|$)", r"\1 d.", re.sub(r"(\d{4})(?=\s|$)", r"\1 m.", text)),
        "years and days are followed by the words for them, as in CLDR's own dates that are no intervals"),
    ("pl", "interval"): (lambda text: spaced(text), "a dash between members that have spaces of their own stands between spaces"),
    ("he", "interval"): (lambda text: spaced(text), "likewise"),
}


def spaced(text):
    """An interval from a month of a year to one of another, with spaces around its dash."""
    return re.sub(r"^(\S+ \d+)–(\S+ \d+)$", r"\1 – \2", text)


def files():
    """Those of the languages that have words, by tag; other files beside them are facts of all."""
    found = {path.stem: json.loads(path.read_text()) for folder in WORDS for path in folder.glob("*.json")}
    return {tag: file for tag, file in found.items() if "locale" in file}


def tags():
    return sorted(files())


class Tongue:
    """One of the program's languages, and CLDR's."""

    def __init__(self, tag):
        self.tag = tag
        self.file = files()[tag]
        self.locale = Locale.parse(self.file["locale"])

    def expected(self, kind, text):
        """CLDR's form, or what we put for it."""
        text = plain(text)
        for language in ("", self.tag):
            change, _ = OTHERWISE.get((language, kind), (None, None))
            text = change(text) if change else text
        return plain(text)

    def day(self, day):
        return self.expected("day", format_date(day, "long", self.locale))

    def month(self, day):
        return self.expected("month", format_skeleton("yMMMM", day, locale=self.locale))

    def year(self, day):
        return self.expected("year", format_skeleton("y", day, locale=self.locale))

    def interval(self, start, end, skeleton):
        """From a day, a month or a year to another; where CLDR has the interval with a short month alone, with the long one."""
        forms, short = self.locale.interval_formats, skeleton.replace("MMMM", "MMM")
        if forms.get(skeleton):
            return self.expected("interval", format_interval(start, end, skeleton, locale=self.locale))
        difference = "y" if start.year != end.year else "M" if start.month != end.month else "d"
        patterns = [pattern.replace("MMM", "MMMM") for pattern in forms[short][difference]]
        told = [format_date(day, pattern, self.locale) for day, pattern in zip((start, end), patterns)]
        return self.expected("interval", "".join(told))

    def of_era(self, year, era, kind, day=None):
        """A year with its era, before it (0) or of it (1), alone or with a day in it."""
        pattern = self.locale.datetime_skeletons["Gy"].pattern.replace("'", "")
        era = self.expected(kind, self.locale.eras["abbreviated"][era])
        told = pattern.replace("y", str(year)).replace("G", era)
        if day:
            alone = pattern.replace("G", "").strip().replace("y", str(day.year))
            told = format_date(day, "long", self.locale).replace(alone, told)
        return plain(told)

    def number(self, value):
        return self.expected("number", format_decimal(decimal(value), locale=self.locale, decimal_quantization=False))

    def percentage(self, value):
        pattern = self.locale.percent_formats[None].pattern
        return self.expected("percentage", re.sub(r"[#,0.]+", lambda _: self.number(value), pattern))

    def counted(self, count, word):
        """A number and the form of a word beside it."""
        forms = self.file["words"][word]
        return f"{self.number(count)} {forms.get(self.locale.plural_form(count), forms['other'])}"


def plain(text):
    """A text with its spaces all of one kind, and without the marks of direction."""
    return re.sub("[\u200e\u200f\u2066-\u2069]", "", text.translate(SPACES))


def decimal(value):
    return Decimal(number(value))


def days(chance):
    """Every day of a leap year, and some of other centuries."""
    found = [date.fromordinal(date(1944, 1, 1).toordinal() + place) for place in range(366)]
    return found + [date(chance.randint(1000, 9999), chance.randint(1, 12), chance.randint(1, 28)) for _ in range(100)]


def intervals(chance):
    """Two days of a month, of a year, and of two years; likewise months, and years."""
    for _ in range(60):
        year, month, day = chance.randint(1000, 9000), chance.randint(1, 11), chance.randint(1, 27)
        start = date(year, month, day)
        of_month, of_year = start.replace(day=chance.randint(day + 1, 28)), start.replace(month=chance.randint(month + 1, 12))
        later = date(year + chance.randint(1, 99), chance.randint(1, 12), chance.randint(1, 28))
        yield from ((start, end, 10, "yMMMMd") for end in (of_month, of_year, later))
        yield from ((start, end, 7, "yMMMM") for end in (of_year, later))
        yield start, later, 4, "y"


def numbers(chance):
    """Whole numbers of every length."""
    found = [Fraction(value) for value in (0, 1, 12, 999, 1000, 1001, 9999, 10000, 12345, 100000)]
    return found + [Fraction(chance.randrange(10 ** length)) for length in range(1, 12) for _ in range(6)]


def made(chance, tongues):
    """A dataset that has all of it: an event for each date, a relation for each pair of numbers."""
    folder = Folder(units=UNITS, languages=[tongue.tag for tongue in tongues])
    dates = {}
    for place, day in enumerate(days(chance)):
        dates[f"day{place}"] = day.isoformat(), lambda tongue, day=day: tongue.day(day)
        dates[f"month{place}"] = day.isoformat()[:7], lambda tongue, day=day: tongue.month(day)
        dates[f"year{place}"] = day.isoformat()[:4], lambda tongue, day=day: tongue.year(day)
    for place, (start, end, length, skeleton) in enumerate(intervals(chance)):
        edtf = f"{start.isoformat()[:length]}/{end.isoformat()[:length]}"
        dates[f"interval{place}"] = edtf, lambda tongue, start=start, end=end, form=skeleton: tongue.interval(start, end, form)
    for place in range(100):
        year, day = chance.randint(100, 4000), date(1904, chance.randint(1, 12), chance.randint(1, 28))
        dates[f"before{place}"] = f"-{year - 1:04}", lambda tongue, year=year: tongue.of_era(year, 0, "era")
        dates[f"daybefore{place}"] = f"-{year - 1:04}-{day:%m-%d}", lambda tongue, year=year, day=day: tongue.of_era(year, 0, "era", day)
    for year in range(1, 100):
        day = date(1904, chance.randint(1, 12), chance.randint(1, 28))
        dates[f"first{year}"] = f"{year:04}", lambda tongue, year=year: tongue.of_era(year, 1, "first century")
        dates[f"dayfirst{year}"] = f"{year:04}-{day:%m-%d}", lambda tongue, year=year, day=day: tongue.of_era(year, 1, "first century", day)
    for name, (edtf, _) in dates.items():
        folder.event(name, edtf)
    figures = {}
    for place, value in enumerate(numbers(chance)):
        figures[f"n{place}"] = value, value + 1, Tongue.number
        folder.statistic(f"n{place}", [{"value": value}, {"value": value + 1}])
    for place in range(100):
        value = Fraction(chance.randint(0, 990_000), 10_000)
        figures[f"p{place}"] = value, value + Fraction(1, 2), Tongue.percentage
        folder.statistic(f"p{place}", [{"value": value}, {"value": value + Fraction(1, 2)}], "percent")
    for name in figures:
        folder.relation(name, "same", statistic=name)
    return folder, dates, figures


def counted(tongues):
    """A dataset of which a filter leaves any number of statistics."""
    folder = Folder(languages=[tongue.tag for tongue in tongues])
    for value in range(1, PLURAL + 1):
        folder.statistic(f"n{value}", [{"value": value, "precision": 1}])
    return folder


def dates_in_words(client, tongue, dates):
    """Every date of the timeline."""
    told = {slide["unique_id"]: slide["display_date"] for slide in client.get(f"/api/v1/timeline.json?lang={tongue.tag}").json()["events"]}
    for name, (edtf, expected) in dates.items():
        if plain(told[name]) != expected(tongue):
            yield f"{tongue.tag} {edtf}: {told[name]!r}, in CLDR {expected(tongue)!r}"


def numbers_in_words(client, tongue, figures):
    """Both numbers of every check's arithmetic."""
    told = {check["id"]: check["readings"][0]["arithmetic"] for check in records(client.base, f"checks?lang={tongue.tag}")}
    for name, (one, other, form) in figures.items():
        found = re.split(" [=≈≠] ", plain(told[name]))
        expected = [form(tongue, one), form(tongue, other)]
        if found != expected:
            yield f"{tongue.tag}: {found}, in CLDR {expected}"


def counts_in_words(client, tongue):
    """The number of statistics above their list, for every number."""
    for count in range(1, PLURAL + 1):
        page = client.get(f"/statistics?lang={tongue.tag}&max={count}&limit=1").text
        found = re.search(r'class="kicker"[^>]*>(.*?)</p>', page)
        told = plain(html.unescape(re.sub("<.*?>", "", found[1]))) if found else None
        if told != tongue.counted(count, "countStatistics"):
            yield f"{tongue.tag} {count}: {told!r}, in CLDR {tongue.counted(count, 'countStatistics')!r}"


def rules(tongue):
    """The file's own rules of the plural, held against CLDR's for whole numbers and for decimals. Only whole numbers are
    counted, so that a category which CLDR has for decimals alone is `other` in the file."""
    ours = PluralRule(tongue.file["plurals"])
    whole = {tongue.locale.plural_form(count) for count in range(PLURAL + 1)}
    for count in range(PLURAL + 1):
        for text in (f"{count}", f"{count}.0", f"{count}.5", f"{count}.25", f"{count}.10"):
            found, expected = ours(Decimal(text)), tongue.locale.plural_form(Decimal(text))
            expected = expected if expected in whole else "other"
            if found != expected:
                yield f"{tongue.tag} {text}: {found}, in CLDR {expected}"


def months(tongue):
    """The names of the months, as they stand beside a day and alone, and a month with its year where there is little room."""
    for ours, form in [("months", "format"), ("monthsAlone", "stand-alone")]:
        expected = list(tongue.locale.months[form]["wide"].values())
        if tongue.file["dates"][ours] != expected:
            yield f"{tongue.tag} {ours}: {tongue.file['dates'][ours]}, in CLDR {expected}"
    forms = tongue.file["dates"]
    for number, name in enumerate(forms["monthsShort"], 1):
        found = forms["monthShort"].format(month=name, year=1944)
        expected = format_skeleton("yMMM", date(1944, number, 1), locale=tongue.locale)
        if found != expected:
            yield f"{tongue.tag} monthShort: {found}, in CLDR {expected}"


def languages(tongue):
    """The names of the languages that sources are written in."""
    for tag, name in tongue.file["labels"]["language"].items():
        expected = tongue.expected("language", tongue.locale.languages.get(tag, "without a name"))
        if plain(name) != expected:
            yield f"{tongue.tag} {tag}: {name!r}, in CLDR {expected!r}"


def main(arguments):
    chance = random.Random(int(arguments[0]) if arguments else 13)
    report = Report()
    tongues = [Tongue(tag) for tag in tags()]
    folder, dates, figures = made(chance, tongues)
    with folder.served("--words", str(FURTHER)) as server:
        for tongue in tongues:
            report.row(f"{tongue.tag}: months", months(tongue), 36)
            report.row(f"{tongue.tag}: languages", languages(tongue), len(tongue.file["labels"]["language"]))
            report.row(f"{tongue.tag}: dates", dates_in_words(server, tongue, dates), len(dates))
            report.row(f"{tongue.tag}: numbers", numbers_in_words(server, tongue, figures), 2 * len(figures))
            report.row(f"{tongue.tag}: rules of the plural", rules(tongue), 5 * PLURAL)
    with counted(tongues).served("--words", str(FURTHER)) as server:
        for tongue in tongues:
            report.row(f"{tongue.tag}: counts", counts_in_words(server, tongue), PLURAL)
    return report.end("words")
