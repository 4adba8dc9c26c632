"""Readings of made-up relations, enumerated once more by brute force, and the verdict that they come to.

Every choice of figures is held against every set of strands, as the documentation words it: a coherent reading is one that
a set of strands can say alone, in which every source speaks with one strand and none is passed over. `readings [datasets]
[seed]`; a dataset is 1 to 3 relations with their statistics, and many of them share a folder."""

import html
import random
import re
from collections import Counter
from itertools import combinations, product

from .expressions import compiled, names, verdict as judge
from .folder import Folder
from .quantities import side
from .verdicts import GRAVITY, distance, equation
from ..harness.http import records
from ..harness.report import Report

UNITS = {"persons": {"id": "persons", "kind": "count"}, "percent": {"id": "percent", "kind": "percentage"}}
ATTRIBUTIONS = ["main", "official-data", "other-data", "estimate"]
TOGETHER = 400


def standing(claims):
    return [claim for claim in claims if claim["rank"] != "deprecated"]


def figure(claim, unit):
    """What makes two claims one figure: the same interval and the same point."""
    return side(claim, UNITS[unit])


class Relation:
    """One relation, with the statistics that it names as (unit, claims)."""

    def __init__(self, record, statistics):
        self.record, self.kind = record, record["kind"]
        if self.kind == "same":
            self.names = [record["statistic"]]
        else:
            _, left, right = compiled(record)
            self.names = names(left) + names(right)
        # The least sets of strands that can say each coherent choice of figures, once these are enumerated.
        self.said = {}
        self.figures = []
        for name in self.names:
            unit, claims = statistics[name]
            self.figures.append([(claim["source"], claim["attribution"], figure(claim, unit)) for claim in standing(claims)])

    def judged(self, figures):
        """The verdict of one figure for each statistic, whether both sides have points, and how far they miss each other."""
        if self.kind == "same":
            sign, (one, other) = "=", figures
            verdict = equation(one, other)
        else:
            sign, left, right = compiled(self.record)
            verdict, (one, other) = judge(sign, left, right, dict(zip(self.names, figures)))
        points, miss = one.point is not None and other.point is not None, distance(sign, one, other)
        if "comparability" in self.record:
            # Nothing is subtracted.
            verdict, miss = "tension" if verdict == "contradiction" else verdict, 0
        return verdict, points, miss

    def lines(self):
        """The readings that decide, each with how often it is counted; and whether they are coherent."""
        if self.kind == "same":
            pairs = combinations([found for _, _, found in self.figures[0]], 2)
            return Counter(pairs), True
        if not all(self.figures):
            return Counter(), True
        if coherent := self.coherent():
            return coherent, True
        return self.least_mixed(), False

    def spoken(self, source, attribution, place):
        """The figures that a strand has on a statistic: its own, or, where it is silent, those of the main text."""
        for word in (attribution, "main"):
            found = {value for by, of, value in self.figures[place] if (by, of) == (source, word)}
            if found:
                return found
        return set()

    def strands(self):
        """Each source's attributions under which it has a figure of its own here."""
        found = {}
        for claims in self.figures:
            for source, attribution, _ in claims:
                found.setdefault(source, set()).add(attribution)
        return found

    def coherent(self):
        """How many least sets of strands can say each choice of figures alone."""
        places = range(len(self.figures))
        strands = self.strands()
        spoken = {(source, word): [self.spoken(source, word, place) for place in places]
                  for source, words in strands.items() for word in words}
        sets = []
        for chosen in product(*[[None, *((source, word) for word in words)] for source, words in strands.items()]):
            sets.append(frozenset(strand for strand in chosen if strand))
        found = Counter()
        for choice in product(*[sorted({value for _, _, value in claims}, key=repr) for claims in self.figures]):
            able = [chosen for chosen in sets if self.says(chosen, choice, spoken)]
            least = [chosen for chosen in able if not any(other < chosen for other in able)]
            if least:
                found[choice] = len(least)
                self.said[choice] = set(least)
        return found

    @staticmethod
    def says(chosen, choice, spoken):
        for place, value in enumerate(choice):
            voices = [spoken[strand][place] for strand in chosen if spoken[strand][place]]
            if not voices or not all(value in voice for voice in voices):
                return False
        return True

    def least_mixed(self):
        """Those that pass over the fewest sources."""
        scored = {}
        for claims in product(*self.figures):
            choice = tuple(value for _, _, value in claims)
            count = sum(self.passed_over(source, claims) for source in {source for source, _, _ in claims})
            scored.setdefault(count, Counter())[choice] += 1
        return scored[min(scored)]

    def passed_over(self, source, claims):
        """Whether no one strand of the source accounts for all that is taken from it and for all that it says."""
        used = [(place, word, value) for place, (by, word, value) in enumerate(claims) if by == source]
        for word in self.strands()[source]:
            ours = all(of == word or of == "main" and not any((by, it) == (source, word) for by, it, _ in self.figures[place])
                       for place, of, _ in used)
            heard = all(not self.spoken(source, word, place) or claims[place][2] in self.spoken(source, word, place)
                        for place in range(len(claims)))
            if ours and heard:
                return False
        return True

    def verdict(self):
        """The check's verdict, the choices of figures that may head its page, and all that decide."""
        if self.kind == "same" and len(self.figures[0]) == 1:
            return "consistent", set(), Counter(), True
        lines, coherent = self.lines()
        if not lines:
            return "unresolved", set(), lines, coherent
        judged = {choice: self.judged(choice) for choice in lines}
        if not coherent:
            judged = {choice: ("tension" if verdict == "contradiction" else verdict, points, miss)
                      for choice, (verdict, points, miss) in judged.items()}
        order = {choice: (GRAVITY.index(verdict), points, miss) for choice, (verdict, points, miss) in judged.items()}
        first = max(order.values())
        return GRAVITY[first[0]], {choice for choice in order if order[choice] == first}, lines, coherent


class Maker:
    """Makes datasets up that are hard: sources that agree, that are silent, and that say two things."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def add(self, folder, name):
        """One dataset, as part of a folder; its relations come back."""
        chance = self.random
        sources = chance.sample(folder.sources, chance.randint(1, 4))
        large = chance.choice([1, 1, 1, 10, 100])
        one, two, three = (chance.randint(1, 9) * 10 * large + chance.choice([0, 0, 1, 7]) for _ in range(3))
        truth = {"a": one, "b": two, "c": three, "w": one + two, "l": one + two + chance.randint(0, 20),
                 "p": round(100 * one / (one + two))}
        statistics = {}
        relations = []
        kinds = ["same", "sum", "sum", "sum", "part", "cumulative", "share"]
        for place in range(chance.randint(1, 3)):
            kind = chance.choice(kinds)
            match kind:
                case "same":
                    members = {"statistic": chance.choice("abw")}
                case "sum":
                    members = {"parts": ["a", "b"] + ["c"] * (chance.random() < 0.15), "whole": ["w"]}
                case "part":
                    members = {"parts": chance.choice([["a"], ["a", "b"]]), "whole": ["w"]}
                case "cumulative":
                    members = {"earlier": [chance.choice("aw")], "later": ["l"]}
                case "share":
                    members = {"share": "p", "base": ["w"], "count": ["a"]}
            named = {key: f"{name}{value}" if isinstance(value, str) else [f"{name}{each}" for each in value]
                     for key, value in members.items()}
            if chance.random() < 0.12:
                named["comparability"] = {"differs": "period", "reason": {"en": "Made up."}}
            for value in members.values():
                for each in value:
                    if f"{name}{each}" not in statistics:
                        unit = "percent" if each == "p" else "persons"
                        made = [self.claim(sources, truth[each], unit) for _ in range(chance.randint(1, 4))]
                        statistics[f"{name}{each}"] = unit, folder.statistic(f"{name}{each}", made, unit)
            relations.append({"id": f"{name}r{place}", "kind": kind, **named})
            folder.relation(f"{name}r{place}", kind, **named)
        return [Relation(record, statistics) for record in relations]

    def claim(self, sources, truth, unit):
        chance = self.random
        claim = {"source": chance.choice(sources), "rank": chance.choices(["normal", "preferred", "deprecated"], [85, 7, 8])[0],
                 "attribution": chance.choices(ATTRIBUTIONS, [60, 15, 15, 10])[0]}
        value = truth if chance.random() < 0.6 else max(truth + chance.choice([-10, -3, -1, 1, 2, 5, 10, 40]), 1)
        if unit == "percent":
            value = min(value, 90)
        word = chance.choices(["stated", "about", "at-least", "at-most", "more-than", "less-than", "between", "unknown"],
                              [82, 4, 2, 3, 2, 2, 3, 2])[0]
        claim["qualifier"] = word
        if word == "between":
            return claim | {"low": value, "high": value + chance.choice([1, 5, 10])}
        return claim | {"value": None if word == "unknown" else value}


def compare(relation, check, figures, head=None):
    """What differs, in words; nothing where the two agree. `head` is the arithmetic at the head of the check's page."""
    verdict, first, lines, coherent = relation.verdict()
    if check["verdict"] != verdict:
        yield f"verdict {check['verdict']}, expected {verdict}"
    told, heads = Counter(), set()
    for reading in check["readings"]:
        if coherent == (reading["label"] != "mixed"):
            line = tuple(figures[claim] for claim in reading["claims"])
            told[line] += reading.get("count") or 0
            if reading["arithmetic"] == head:
                heads.add(line)
            yield from unlike(relation, reading, line)
    sides = [told, lines, heads, first]
    if relation.kind == "same":
        sides = [paired(told), paired(lines), {frozenset(pair) for pair in heads}, {frozenset(pair) for pair in first}]
    told, lines, heads, first = sides
    # An answer that does not count its readings is asked for its lines alone.
    counted = all("count" in reading for reading in check["readings"])
    if coherent and (told != lines if counted else set(told) != set(lines)):
        yield f"readings {shown(told)}, expected {shown(lines)}"
    if head and not heads & first:
        yield f"{head} heads the page, expected {shown(first)}"


def unlike(relation, reading, line):
    """Who says a reading, where that is others."""
    sets = {frozenset((strand["source"], strand["attribution"]) for strand in strands) for strands in reading.get("saidBy", [])}
    if "saidBy" in reading and line in relation.said and sets != relation.said[line]:
        yield f"{reading['arithmetic']} is said by {sorted(map(sorted, sets))}, expected {sorted(map(sorted, relation.said[line]))}"


def paired(lines):
    """Pairs in whichever order."""
    found = Counter()
    for pair, count in lines.items():
        found[frozenset(pair)] += count
    return found


def shown(lines):
    return "; ".join(" ".join(f"{side.low}…{side.high}" + (f" ({side.point})" if side.point is not None else "") for side in line)
                     + (f" × {lines[line]}" if isinstance(lines, Counter) else "") for line in list(lines)[:4])


def ask(folder, relations):
    """The checks of a folder as the program has them, beside ours."""
    with folder.served() as server:
        checks = {check["id"]: check for check in records(server.base, "checks")}
        # Word joiners keep a range on one line.
        page = html.unescape(server.get("/discrepancies?limit=1000").text).replace("\u2060", "")
    heads = dict(re.findall(r'<a href="/discrepancies/([a-z0-9-]+)[^>]*>[^<]*</a></p>\n<p class="sum">(.*?)</p>', page))
    figures = {claim["id"]: figure(claim, statistic["unit"])
               for statistic in folder.statistics for claim in statistic["claims"]}
    faults = []
    for relation in relations:
        name = relation.record["id"]
        faults += [f"{name} ({relation.kind}): {words}" for words in compare(relation, checks[name], figures, heads.get(name))]
    return faults, len(heads)


def main(arguments):
    count, seed = ([int(argument) for argument in arguments] + [400, 13][len(arguments):])[:2]
    report = Report()
    maker = Maker(seed)
    asked, heads, faults = 0, 0, []
    for start in range(0, count, TOGETHER):
        folder = Folder(sources=4, units=list(UNITS.values()))
        relations = [relation for place in range(start, min(start + TOGETHER, count))
                     for relation in maker.add(folder, f"d{place}")]
        asked += len(relations)
        found, headed = ask(folder, relations)
        faults += found
        heads += headed
    report.row(f"{count} datasets: readings and verdicts as by brute force", faults, asked)
    report.check(heads > asked // 10, f"pages tell the reading that decides ({heads})")
    return report.end("readings")
