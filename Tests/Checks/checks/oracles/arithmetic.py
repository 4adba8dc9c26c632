"""Random relations with one figure for each statistic: intervals, sides and verdicts worked out once more in Python's
fractions, and z3 asked whether a solution exists. `arithmetic [relations] [seed]`."""

import random
from collections import Counter
from fractions import Fraction

from ..harness.http import records
from ..harness.report import Report
from .expressions import compiled, linear, names, verdict as judge
from .folder import Folder
from .quantities import bounds, side
from .solver import Solver

UNITS = [{"id": "persons", "kind": "count"}, {"id": "percent", "kind": "percentage"}]
WORDS = ["stated", "about", "at-least", "at-most", "more-than", "less-than", "between", "unknown"]
TOGETHER = 1000


class Maker:
    """Makes relations up whose sides nearly meet."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.units = {unit["id"]: unit for unit in UNITS}

    def magnitude(self):
        """A number that people print: of few digits, or round, or neither."""
        chance = self.random
        digits = chance.randint(1, 7)
        value = chance.randint(1, 10 ** digits)
        zeros = chance.choice([0, 0, 0, 1, 2, 3, 4])
        return Fraction(max(value // 10 ** zeros, 1) * 10 ** zeros)

    def nearby(self, value):
        """The value, off by something that rounding explains, or does not."""
        chance = self.random
        step = 10 ** chance.randint(0, 4)
        match chance.randint(0, 5):
            case 0 | 1:
                return value
            case 2:
                return Fraction(round(value / step) * step)
            case 3:
                return value + chance.choice([-1, 1]) * step / 2
            case 4:
                return value + chance.choice([-2, -1, 1, 2])
            case 5:
                return value + chance.randint(-step, step)

    def figure(self, value, unit):
        """A claim of about that value, as the unit allows it."""
        chance = self.random
        least, most = bounds(unit)
        places = {"count": 0, "percentage": chance.choice([0, 1, 2, 4])}[unit["kind"]]
        value = Fraction(round(value * 10 ** places), 10 ** places)
        value = min(max(value, least), most)
        word = chance.choices(WORDS, [60, 8, 5, 5, 5, 5, 8, 4])[0]
        claim = {"qualifier": word}
        if word == "unknown":
            return claim | {"value": None}
        if word == "between":
            width = max(abs(value) / 10 ** chance.randint(1, 4), Fraction(1))
            low = Fraction(max(value - chance.choice([0, round(width)]), least))
            high = Fraction(min(value + round(width), most))
            return claim | ({"low": low, "high": high} if low < high else {"value": value, "qualifier": "stated"})
        if word == "less-than" and value <= least or word == "more-than" and value >= most:
            claim["qualifier"] = "stated"
        claim["value"] = value
        if claim["qualifier"] in ("stated", "about") and unit["kind"] == "count" and chance.random() < 0.15:
            claim["precision"] = Fraction(10 ** chance.randint(0, 4))
        return claim

    def relation(self, folder, name):
        """One relation with its statistics, as part of a folder: its record, and the claims of each name."""
        chance = self.random
        kind = chance.choice(["same", "sum", "sum", "part", "cumulative", "share", "share"])
        persons, percent = self.units["persons"], self.units["percent"]
        counts = [f"{name}x{place}" for place in range(8)]
        made = {}

        def make(key, value, unit=persons):
            made[key] = folder.statistic(key, [self.figure(value, unit)], unit["id"])
            return made[key][0].get("value") or Fraction(0)

        match kind:
            case "same":
                value = self.magnitude()
                unit = chance.choice([persons, persons, percent])
                claims = [self.figure(value, unit), self.figure(self.nearby(value), unit)]
                made[counts[0]] = folder.statistic(counts[0], claims, unit["id"])
                record = {"kind": kind, "statistic": counts[0]}
            case "share":
                base = make(counts[0], self.magnitude()) or Fraction(1)
                value = base * chance.randint(0, 100) / 100
                share = make(counts[1], 100 * value / base, percent)
                make(counts[2], self.nearby(base * share / 100))
                record = {"kind": kind, "share": counts[1], "base": [counts[0]], "count": [counts[2]]}
            case _:
                few = chance.randint(2 if kind == "sum" else 1, 4)
                value = sum(make(counts[place], self.magnitude()) for place in range(few))
                wholes = counts[few:few + chance.choice([1, 1, 1, 2])]
                if len(wholes) == 2:
                    first = make(wholes[0], value // 3)
                    make(wholes[1], self.nearby(value - first))
                else:
                    make(wholes[0], self.nearby(value))
                left, right = ("earlier", "later") if kind == "cumulative" else ("parts", "whole")
                record = {"kind": kind, left: counts[:few], right: wholes}
        if chance.random() < 0.1:
            record["comparability"] = {"differs": "period", "reason": {"en": "Made up."}}
        record["id"] = name
        folder.relation(name, kind, **{key: value for key, value in record.items() if key not in ("id", "kind")})
        return record, made


class Oracle:
    def __init__(self, units):
        self.units = units
        self.solver = Solver()
        self.verdicts, self.unsolved, self.solved = Counter(), 0, 0

    def comparison(self, record, claims):
        """The sign, the two expressions, and the figure of each name in them."""
        figures = {name: [side(claim, self.units[unit]) for claim in made] for name, (unit, made) in claims.items()}
        if record["kind"] == "same":
            (one, other), = figures.values()
            return "=", "one", "other", {"one": one, "other": other}
        return *compiled(record), {name: one for name, (one,) in figures.items()}

    def expected(self, record, claims):
        """The check, and the ends of each claim, as an answer has them."""
        sign, left, right, figures = self.comparison(record, claims)
        verdict, sides = judge(sign, left, right, figures)
        if verdict == "contradiction" and "comparability" in record:
            verdict = "tension"
        if record["kind"] == "same":
            sides = sides[::-1]
        reading = {name: {"value": it.point, "low": finite(it.low), "high": finite(it.high)}
                   for name, it in zip(["computed", "stated"], sides or [])}
        figures = {claim["id"]: side(claim, self.units[unit]) for unit, made in claims.values() for claim in made}
        ends = {name: [finite(it.low), finite(it.high)] for name, it in figures.items()}
        return {"verdict": verdict, "readings": [reading]}, ends

    def faults(self, record, claims, check, told):
        """What differs between the program's check and ours, in words."""
        expected, ends = self.expected(record, claims)
        name = f"{record['id']} ({record['kind']})"
        self.verdicts[expected["verdict"]] += 1
        if check["verdict"] != expected["verdict"]:
            yield f"{name}: {check['verdict']}, expected {expected['verdict']}"
        for claim, pair in ends.items():
            if told[claim] != pair:
                yield f"claim {claim}: {shown(told[claim])}, expected {shown(pair)}"
        reading, = check["readings"]
        for part, values in expected["readings"][0].items():
            if reading[part] != values:
                yield f"{name}, {part}: {shown(reading[part].values())}, expected {shown(values.values())}"
        yield from self.unlike(name, record, claims, expected["verdict"])

    def unlike(self, name, record, claims, verdict):
        """Where a solution exists and the verdict denies it, or the other way round."""
        sign, left, right, figures = self.comparison(record, claims)
        solvable = self.solver.solvable(sign, left, right, figures)
        # What stands twice in a comparison that is not linear, an interval cannot hold together: then it denies less.
        every = names(left) + names(right)
        exact = len(set(every)) == len(every) or linear(("-", left, right)) is not None
        denied = verdict in ("contradiction", "tension")
        if solvable is None:
            self.unsolved += 1
        elif solvable == denied and (solvable or exact):
            yield f"{name}: {verdict}, and z3 finds {'a' if solvable else 'no'} solution"
        else:
            self.solved += 1


def finite(end):
    """An end as JSON has it, where infinity is none."""
    return None if isinstance(end, float) else end


def shown(values):
    return "…".join("none" if value is None else str(value) for value in values)


def ask(folder, relations, oracle):
    """The faults of a folder's relations."""
    with folder.served() as server:
        checks = {check["id"]: check for check in records(server.base, "checks", parse_float=Fraction)}
        told = {claim["id"]: [claim["low"], claim["high"]] for claim in records(server.base, "claims", parse_float=Fraction)}
    units = {statistic["id"]: statistic["unit"] for statistic in folder.statistics}
    for record, made in relations:
        claims = {name: (units[name], found) for name, found in made.items()}
        yield from oracle.faults(record, claims, checks[record["id"]], told)


def main(arguments):
    count, seed = ([int(argument) for argument in arguments] + [2000, 13][len(arguments):])[:2]
    report = Report()
    maker = Maker(seed)
    oracle = Oracle(maker.units)
    faults = []
    for start in range(0, count, TOGETHER):
        folder = Folder(units=UNITS)
        relations = [maker.relation(folder, f"r{place}") for place in range(start, min(start + TOGETHER, count))]
        faults += ask(folder, relations, oracle)
    report.row("intervals, sides and verdicts as in fractions, solutions as z3 finds them", faults, count)
    print("    " + ", ".join(f"{name} {number}" for name, number in oracle.verdicts.most_common()))
    print(f"    z3: {oracle.solved} decided, {oracle.unsolved} not")
    return report.end("arithmetic")
