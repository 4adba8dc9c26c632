"""Makes networks up: trees and circles of relations, with ranges, open ends, alternatives, and products: shares, changes and
formulas."""

import random
from fractions import Fraction

from ..folder import Folder, number

UNITS = [
    {"id": "persons", "kind": "count"},
    {"id": "percent", "kind": "percentage"},
    {"id": "growth", "kind": "percentage", "minimum": -100, "maximum": 400},
    {"id": "few", "kind": "count", "maximum": 120, "convertsTo": {"unit": "persons", "factor": 1}},
    {"id": "balance", "kind": "count", "minimum": None, "convertsTo": {"unit": "persons", "factor": 1}},
    {"id": "tonnes", "kind": "measure"},
    {"id": "kilograms", "kind": "measure", "convertsTo": {"unit": "tonnes", "factor": Fraction("0.001")}},
]
ATTRIBUTIONS = ["main", "official-data", "other-data", "estimate"]
# What one network may have, so that everything can be tried.
MOST_FIGURES, MOST_STATISTICS = 9, 7
RATES = {"percent": (1, 95), "growth": (-90, 350)}


class NetworkMaker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def add(self, folder, name, products):
        """One network as part of a folder; whether it is linear."""
        self.folder, self.name = folder, name
        self.truth, self.unit, self.trees = {}, {}, {}
        self.is_linear = True
        chance = self.random
        self.weight = chance.random() < 0.2 and not products
        # Some have more digits than 64 bits hold.
        self.large = Fraction("12345678.654321") if self.weight and chance.random() < 0.4 else 1
        for _ in range(chance.randint(1, 5)):
            self.relation(products)
        left, bounded = MOST_FIGURES, self.bounded()
        for statistic in self.truth:
            count = min(left, chance.choices([0, 1, 2, 3], [12, 55, 25, 8])[0])
            left -= count
            made = [self.claim(statistic) for _ in range(count)]
            # Nobody's figure, where that may be, or one that is told not to be known.
            if not made and (statistic not in bounded or chance.random() < 0.5):
                made = [{"qualifier": "unknown", "value": None}]
            folder.statistic(statistic, made, self.unit[statistic])
            claims = folder.statistics[-1]["claims"]
            if count > 1 and chance.random() < 0.06:
                claims[1]["corrects"] = claims[0]["id"]
                claims[1]["value"], claims[1]["qualifier"] = Fraction(chance.randint(1, 90)), "stated"
                claims[1].pop("low", None), claims[1].pop("high", None)
        return self.is_linear

    def bounded(self):
        """The statistics that a relation bounds."""
        members = [member for tree in self.trees.values() if "comparability" not in tree
                   for name, member in tree.items() if name != "formula"]
        return {statistic for member in members for statistic in (
            member.values() if isinstance(member, dict) else [member] if isinstance(member, str) else member)}

    def statistic(self, value=None, unit=None):
        """One that there is, mostly, of which nothing is said of its value; otherwise a new one."""
        chance = self.random
        unit = unit or (chance.choice(["tonnes", "tonnes", "kilograms"]) if self.weight else
                        chance.choices(["persons", "few", "balance"], [80, 12, 8])[0])
        identifier = f"{self.name}x{len(self.truth)}"
        if value is None:
            value = Fraction(chance.randint(1, 60)) * self.large * (1000 if unit == "kilograms" else 1)
        self.truth[identifier], self.unit[identifier] = Fraction(value), unit
        return identifier

    def worth(self, identifier):
        """In the unit that others are converted to."""
        return self.truth[identifier] / (1000 if self.unit[identifier] == "kilograms" else 1)

    def some(self, count):
        """Statistics, one at least of those that there are, and perhaps all: then there may be a circle."""
        chance = self.random
        known = [name for name in self.truth if self.unit[name] not in RATES]
        old = chance.sample(known, min(len(known), count, 1 if chance.random() < 0.65 else chance.randint(1, 3)))
        fresh = [self.statistic() for _ in range(count - len(old)) if len(self.truth) < MOST_STATISTICS]
        found = old + fresh
        chance.shuffle(found)
        return found

    def other(self, value):
        unit = "tonnes" if self.weight else "persons" if value >= 0 else "balance"
        return self.statistic(value, unit) if len(self.truth) < MOST_STATISTICS else None

    def relation(self, products):
        chance = self.random
        name = f"{self.name}r{len(self.trees)}"
        kind = chance.choice(["sum", "sum", "sum", "part", "cumulative", "formula",
                              *(["share", "share", "change", "product"] if products else [])])
        terms = self.some(chance.choice([2, 2, 3]))
        multiplies = kind in ("share", "change", "product")
        if multiplies:
            # Of what may be below zero, no share is worked out exactly.
            terms = [term for term in terms if self.unit[term] != "balance"][:chance.choice([1, 1, 1, 2])]
        total = sum(map(self.worth, terms))
        members = None
        if multiplies:
            if total > 0 and len(self.truth) + 2 <= MOST_STATISTICS:
                kind, members = getattr(self, kind)(terms, total)
                self.is_linear = False
            else:
                kind = "sum"
        elif kind == "formula" and len(terms) > 1:
            members = self.formula(terms)
        elif kind in ("part", "cumulative") and len(terms) > 1 and chance.random() < 0.5:
            # Among those that there are.
            terms = sorted(terms, key=self.worth)
            members = {"parts" if kind == "part" else "earlier": terms[:1], "whole" if kind == "part" else "later": terms[1:]}
        else:
            kind = kind if kind in ("part", "cumulative") else "sum"
            whole = self.other(total + (chance.randint(0, 12) if kind != "sum" else 0))
            if whole and (len(terms) > 1 or kind != "sum"):
                left, right = {"sum": ("parts", "whole"), "part": ("parts", "whole"), "cumulative": ("earlier", "later")}[kind]
                members = {left: terms, right: [whole]}
        if members is None:
            return
        if chance.random() < 0.06:
            members["comparability"] = {"differs": "period", "reason": {"en": "Made up."}}
        self.trees[name] = members
        self.folder.relation(name, kind, **members)

    def rate(self, unit):
        """One that stands nowhere else, mostly; otherwise two relations hold it."""
        known = [name for name in self.truth if self.unit[name] == unit]
        if known and self.random.random() < 0.6:
            return self.random.choice(known)
        least = 1 if unit == "percent" else -9
        return self.statistic(Fraction(self.random.randint(least, 9 if least == 1 else 20) * 10), unit)

    def share(self, base, total):
        share = self.rate("percent")
        return "share", {"share": share, "base": base, "count": [self.other(round(total * self.truth[share] / 100))]}

    def change(self, before, total):
        change = self.rate("growth")
        after = self.other(round(total * (100 + self.truth[change]) / 100))
        return "change", {"before": before, "after": [after], "change": change}

    def product(self, terms, total):
        """A formula that multiplies, or divides, by one unknown or a sum of two."""
        chance = self.random
        share = self.rate("percent") if chance.random() < 0.7 else self.statistic(Fraction(chance.randint(1, 5)), "few")
        hundred = 100 if self.unit[share] == "percent" else 1
        count = self.other(round(total * self.truth[share] / hundred))
        sum_ = f"(t0 + t{len(terms) + 1})" if len(terms) > 1 else "t0"
        names = {"t0": terms[0], "t1": share, "t2": count} | ({"t3": terms[1]} if len(terms) > 1 else {})
        by = f" / {hundred}" if hundred > 1 else ""
        return "formula", {"terms": names, "formula": chance.choices([
            f"{sum_} * t1{by} = t2", f"t2 = t1 * {sum_}{by} + 1", f"t2 * {hundred} / {sum_} = t1", f"{sum_} * t1{by} <= t2"],
            [60, 20, 10, 10])[0]}

    def formula(self, terms):
        chance = self.random
        names = {f"t{place}": statistic for place, statistic in enumerate(terms)}
        factor = chance.choice([1, 2, 3, Fraction(1, 2), Fraction(5, 2), 7])
        sign = chance.choice(["=", "<=", ">=", "<", ">"])
        rest = f" + {chance.choice(list(names))}" if chance.random() < 0.15 else ""
        shift = self.worth(terms[1]) - self.worth(terms[0]) * factor
        shift = Fraction(round(shift * 10 ** 6), 10 ** 6)
        first = f"t0 * {float(factor):g} + {number(abs(shift))}" if shift >= 0 else f"t0 * {float(factor):g} - {number(abs(shift))}"
        if chance.random() < 0.3:
            first = f"t0 / {chance.choice([2, 3, 7])}"
        middle = " + t2" if len(terms) > 2 else ""
        return {"terms": names, "formula": f"{first}{rest} {sign} t1{middle}{rest}"}

    def claim(self, statistic):
        chance = self.random
        unit = next(unit for unit in UNITS if unit["id"] == self.unit[statistic])
        value = self.truth[statistic]
        if chance.random() < 0.45:
            value += chance.choice([-10, -3, -1, 1, 2, 5, 10, 40]) * self.large * (1000 if unit["id"] == "kilograms" else 1)
        value = Fraction(round(value * 10 ** 6), 10 ** 6)
        if unit["id"] in RATES:
            least, most = RATES[unit["id"]]
            value = min(max(value, least), most)
        elif unit.get("minimum", 0) is not None:
            value = max(value, 1)
        value = Fraction(min(value, 110) if unit["id"] == "few" else value)
        value = Fraction(round(value)) if unit["kind"] == "count" else value
        word = chance.choices(["stated", "about", "at-least", "at-most", "more-than", "less-than", "between"],
                              [64, 8, 5, 6, 3, 4, 10])[0]
        claim = {"qualifier": word, "source": chance.choice(self.folder.sources),
                 "attribution": chance.choices(ATTRIBUTIONS, [70, 12, 12, 6])[0],
                 "rank": chance.choices(["normal", "deprecated"], [94, 6])[0]}
        if chance.random() < 0.2:
            claim["witness"] = chance.choice(self.folder.sources)
        if word == "between":
            most = 100 if unit["id"] == "percent" else unit.get("maximum", 10 ** 15)
            return claim | {"low": value, "high": min(value + chance.choice([1, 5, 10]), most)}
        return claim | {"value": value}


def folder():
    return Folder(sources=4, units=UNITS)
