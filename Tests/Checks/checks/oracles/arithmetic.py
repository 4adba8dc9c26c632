"""Random relations with one figure for each statistic: intervals, sides and verdicts worked out once more in Python's
fractions, and z3 asked whether a solution exists. `arithmetic [relations] [seed]`."""

from collections import Counter
from fractions import Fraction
from math import ceil, floor

from ..harness.http import records
from ..harness.report import Report
from .expressions import approached, compiled, linear, names, verdict as judge
from .folder import Folder
from .quantities import side
from .relations import RelationMaker, factor
from .solver import Solver

TOGETHER = 1000


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
        converted = {name: one.scaled(factor(self.units[claims[name][0]])) for name, (one,) in figures.items()}
        return *compiled(record), converted

    def expected(self, record, claims):
        """The check, and the ends of each claim, as an answer has them."""
        sign, left, right, figures = self.comparison(record, claims)
        verdict, sides = judge(sign, left, right, figures)
        if verdict == "contradiction" and "comparability" in record:
            verdict = "tension"
        if record["kind"] == "same":
            sides = sides[::-1]
        reading = {name: dict(zip(["value", "low", "high"], told(it))) for name, it in zip(["computed", "stated"], sides or [])}
        figures = {claim["id"]: side(claim, self.units[unit]) for unit, made in claims.values() for claim in made}
        ends = {name: told(it)[1:] for name, it in figures.items()}
        return {"verdict": verdict, "readings": [reading]}, ends

    def faults(self, record, claims, check, answered):
        """What differs between the program's check and ours, in words."""
        expected, ends = self.expected(record, claims)
        name = f"{record['id']} ({record['kind']})"
        for claim, pair in ends.items():
            if answered[claim] != pair:
                yield f"claim {claim}: {shown(answered[claim])}, expected {shown(pair)}"
        exact = self.exact(record, claims)
        verdict = expected["verdict"] if exact else check["verdict"]
        self.verdicts[verdict] += 1
        if check["verdict"] != verdict:
            yield f"{name}: {check['verdict']}, expected {verdict}"
        reading, = check["readings"]
        # A formula is told as its author has it.
        for part, values in expected["readings"][0].items():
            if record["kind"] != "formula" and reading[part] != values:
                yield f"{name}, {part}: {shown(reading[part].values())}, expected {shown(values.values())}"
        yield from self.unlike(name, record, claims, verdict, exact)

    def exact(self, record, claims):
        """Whether the sides' intervals say all that there is. What stands twice in a comparison that is not linear they cannot
        hold together: then a verdict is held against z3 alone, and may claim less than it finds."""
        _, left, right, _ = self.comparison(record, claims)
        every = names(left) + names(right)
        return len(set(every)) == len(every) or linear(("-", left, right)) is not None

    def unlike(self, name, record, claims, verdict, exact):
        """Where a solution exists and the verdict denies it, or the other way round."""
        sign, left, right, figures = self.comparison(record, claims)
        solvable = self.solver.solvable(sign, left, right, figures)
        denied = verdict in ("contradiction", "tension")
        missed = not solvable and (verdict == "consistent" or exact and not denied)
        if solvable is None or missed and (approached(left, figures) or approached(right, figures)):
            self.unsolved += 1
        elif solvable and denied or missed:
            yield f"{name}: {verdict}, and z3 finds {'a' if solvable else 'no'} solution"
        else:
            self.solved += 1


def told(side):
    """Point and ends as JSON has them: infinity is none, and a fraction without an end in decimals is cut to six of them, so
    that nothing which the words allow is lost."""
    ends = [None if isinstance(end, float) else decimals(end, way) for end, way in ((side.low, floor), (side.high, ceil))]
    return [None if side.point is None else decimals(side.point, lambda value: floor(value + Fraction(1, 2))), *ends]


def decimals(value, way):
    value = Fraction(value)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return value if rest == 1 else Fraction(way(value * 10 ** 6), 10 ** 6)


def shown(values):
    return "…".join("none" if value is None else str(value) for value in values)


def ask(folder, relations, oracle):
    """The faults of a folder's relations."""
    with folder.served() as server:
        checks = {check["id"]: check for check in records(server.base, "checks", parse_float=Fraction)}
        told = {claim["id"]: [claim["low"], claim["high"]] for claim in records(server.base, "claims", parse_float=Fraction)}
    for record, claims in relations:
        yield from oracle.faults(record, claims, checks[record["id"]], told)


def main(arguments):
    count, seed = ([int(argument) for argument in arguments] + [1500, 13][len(arguments):])[:2]
    report = Report()
    maker = RelationMaker(seed)
    oracle = Oracle(maker.units)
    faults = []
    for start in range(0, count, TOGETHER):
        folder = Folder(units=list(maker.units.values()))
        relations = [maker.relation(folder, f"r{place}") for place in range(start, min(start + TOGETHER, count))]
        faults += ask(folder, relations, oracle)
    report.row("intervals, sides and verdicts as in fractions, solutions as z3 finds them", faults, count)
    print("    " + ", ".join(f"{name} {number}" for name, number in oracle.verdicts.most_common()))
    print(f"    z3: {oracle.solved} decided, {oracle.unsolved} not")
    return report.end("arithmetic")
