"""Makes relations up whose sides nearly meet."""

import random
from fractions import Fraction

from .expressions import Undefined, renamed, side
from .figures import FigureMaker
from .verdicts import exactly

KINDS = ["same", "sum", "sum", "part", "cumulative", "share", "share", "change", "formula", "formula", "formula"]


def factor(unit):
    """What a value of the unit is multiplied by, where it is converted."""
    return Fraction(unit.get("convertsTo", {}).get("factor", 1))


class RelationMaker:
    """Each relation has statistics of its own, each with one claim; `same` has one with two."""

    def __init__(self, seed, kinds=KINDS):
        self.random = random.Random(seed)
        self.kinds = kinds
        self.figures = FigureMaker(self.random)
        self.units = self.figures.units

    def relation(self, folder, name):
        """A relation as part of a folder: its record, and the unit and the claims of each statistic."""
        self.folder, self.name, self.made = folder, name, {}
        kind = self.random.choice(self.kinds)
        members = getattr(self, kind)()
        if self.random.random() < 0.1:
            members["comparability"] = {"differs": "period", "reason": {"en": "Made up."}}
        folder.relation(name, kind, **{key: value for key, value in members.items() if key != "tree"})
        return {"id": name, "kind": kind, **members}, self.made

    def add(self, value, unit="persons"):
        """A statistic of about that value: its id."""
        identifier = f"{self.name}x{len(self.made)}"
        claims = [self.figures.claim(value, self.units[unit])]
        self.made[identifier] = unit, self.folder.statistic(identifier, claims, unit)
        return identifier

    def value(self, identifier):
        """The number that the claim has, if it has one, in the unit that others are converted to."""
        unit, (claim,) = self.made[identifier]
        value = claim.get("value") or claim.get("low") or 1
        if "ratio" in claim:
            value = Fraction(*claim["ratio"]) * 100
        return Fraction(value) * factor(self.units[unit])

    def having(self, *units):
        """Those that there are."""
        return [unit for unit in units if unit in self.units]

    def signed(self, value):
        """A value with a unit that has losses, or without its sign."""
        unit = self.having("balance", "persons")[0]
        return (value, unit) if unit == "balance" else (abs(value), unit)

    def same(self):
        unit = self.random.choice(list(self.units))
        value = self.figures.magnitude() / self.random.choice([1, 1, 10, 1000])
        claims = [self.figures.claim(value, self.units[unit]), self.figures.claim(self.figures.nearby(value), self.units[unit])]
        identifier = f"{self.name}x0"
        self.made[identifier] = unit, self.folder.statistic(identifier, claims, unit)
        return {"statistic": identifier}

    def sum(self, left="parts", right="whole", least=2):
        chance = self.random
        unit = chance.choice(self.having("persons", "persons", "balance", "tonnes"))
        sign = -1 if unit == "balance" and chance.random() < 0.4 else 1
        # What is added to tonnes may be counted in what converts to them.
        others = self.having("tonnes", "long-tons", "kilograms") if unit == "tonnes" else [unit]
        parts = [self.add(sign * self.figures.magnitude(), unit if place == 0 else chance.choice(others))
                 for place in range(chance.randint(least, 4))]
        total = sum(map(self.value, parts))
        whole = []
        if chance.random() < 0.25:
            whole.append(self.add(total // 3, unit))
        last = chance.choice(others)
        rest = total - sum(map(self.value, whole))
        whole.append(self.add(self.figures.nearby(rest) / factor(self.units[last]), last))
        return {left: parts, right: whole}

    def part(self):
        return self.sum(least=1)

    def cumulative(self):
        return self.sum("earlier", "later", least=1)

    def share(self):
        base = self.add(self.figures.magnitude())
        share = self.add(self.random.randint(0, 1000) / Fraction(10), "percent")
        count = self.add(self.figures.nearby(self.value(base) * self.value(share) / 100))
        return {"share": share, "base": [base], "count": [count]}

    def change(self):
        unit = self.random.choice(["persons", "tonnes"])
        before = [self.add(self.figures.magnitude(), unit) for _ in range(self.random.choice([1, 1, 2]))]
        change = self.add(Fraction(self.random.randint(-1000, 1500), 10), self.having("growth", "percent")[0])
        after = sum(map(self.value, before)) * (100 + self.value(change)) / 100
        return {"before": before, "after": [self.add(self.figures.nearby(after), unit)], "change": change}

    def formula(self):
        """Both sides are trees of terms and numbers; the last term is made to fit."""
        chance = self.random
        terms = {}
        left = self.tree(terms, chance.randint(1, 3))
        sign = chance.choice(["=", "=", "=", "<=", ">=", "<", ">"])
        points = {name: exactly(self.value(identifier)) for name, identifier in terms.items()}
        try:
            value = side(left, points).point
        except Undefined:
            value = Fraction(1)
        right, rest = f"t{len(terms)}", Fraction(0)
        if chance.random() < 0.3:
            number = Fraction(chance.randint(1, 40), chance.choice([1, 1, 1, 4, 10]))
            right, rest, value = ("*", right, number), rest, value / number
        if chance.random() < 0.2 and terms:
            again = chance.choice(list(terms))
            right, value = ("+", right, again), value - points[again].point
        limit = 10 ** 12
        value = max(min(self.figures.nearby(value), limit), -limit)
        terms[f"t{len(terms)}"] = self.add(*self.signed(value))
        if chance.random() < 0.5:
            left, right = right, left
        return {"terms": terms, "formula": f"{self.text(left)} {sign} {self.text(right)}", "tree": (sign, renamed(left, terms), renamed(right, terms))}

    def tree(self, terms, depth):
        chance = self.random
        if depth == 0 or chance.random() < 0.2:
            if terms and chance.random() < 0.1:
                return chance.choice(list(terms))
            name = f"t{len(terms)}"
            terms[name] = self.add(*self.signed(self.figures.magnitude(4) * chance.choice([1, 1, 1, -1])))
            return name
        sign = chance.choice("++--**/")
        left = self.tree(terms, depth - 1)
        if chance.random() < 0.25:
            return (sign, left, Fraction(chance.randint(1, 30), chance.choice([1, 1, 2, 10]))) if sign in "*/" else (sign, left, left)
        return sign, left, self.tree(terms, depth - 1)

    def text(self, expression, strength=0):
        """As an author writes it, with the parentheses that it needs and a few more."""
        if isinstance(expression, str):
            return expression
        if isinstance(expression, Fraction):
            return self.figures.plain(expression)
        sign = expression[0]
        own = 1 if sign in "+-" else 2
        text = f"{self.text(expression[1], own)} {sign} {self.text(expression[2], own + (sign in '-/'))}"
        return f"({text})" if own < strength or self.random.random() < 0.05 else text
