"""A dataset's statistics, figures and relations as z3 is asked about them."""

import ast
from collections import defaultdict
from fractions import Fraction
from functools import cached_property

import z3

from ..expressions import compiled, names
from ..quantities import bounds, side
from ..solver import exact
from ..verdicts import INFINITY

OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
SIGNS = ["<=", ">=", "=", "<", ">"]
NUMERIC = {"sum", "part", "cumulative", "share", "change", "formula"}


def parsed(text, terms):
    """The sign and the two sides of a formula, as its author writes it."""
    sign = next(sign for sign in SIGNS if sign in text)
    left, right = text.split(sign)

    def tree(node):
        match node:
            case ast.BinOp():
                return OPERATORS[type(node.op)], tree(node.left), tree(node.right)
            case ast.UnaryOp():
                return "-", Fraction(0), tree(node.operand)
            case ast.Name():
                return terms[node.id]
            case ast.Constant():
                return Fraction(str(node.value))
    return sign, *(tree(ast.parse(part.strip(), mode="eval").body) for part in (left, right))


def bare(expression):
    """What is added or compared as it is."""
    if isinstance(expression, str):
        return [expression]
    return bare(expression[1]) + bare(expression[2]) if isinstance(expression, tuple) and expression[0] in "+-" else []


class Figure:
    """The standing claims of one statistic with one interval."""

    def __init__(self, statistic, low, high, claims):
        self.statistic, self.low, self.high, self.claims = statistic, low, high, claims
        self.name = tuple(sorted(claim["id"] for claim in claims))

    def overlaps(self, other):
        return self.low <= other.high and other.low <= self.high

    @cached_property
    def witnesses(self):
        return {claim.get("witness", claim["source"]) for claim in self.claims}

    def __repr__(self):
        return "/".join(self.name)


def withdrawn(claims):
    """What a claim corrects, and what repeats that: the same witness with an equal quantity."""
    found = set()
    said = lambda claim: (claim.get("witness", claim["source"]), *(claim.get(name) for name in ("value", "low", "high", "qualifier")))
    for claim in claims:
        if "corrects" in claim and claim["rank"] != "deprecated":
            target = next(other for other in claims if other["id"] == claim["corrects"])
            found.add(target["id"])
            found |= {other["id"] for other in claims if "corrects" not in other and said(other) == said(target)}
    return found


class Evidence:
    """`without` are claims and relations that are given up, `assume` relations whose comparability mark is not minded."""

    def __init__(self, statistics, relations, units, without=(), assume=()):
        self.units = {unit["id"]: unit for unit in units}
        self.statistics = {statistic["id"]: statistic for statistic in statistics}
        self.figures = defaultdict(list)
        for statistic in statistics:
            claims = statistic.get("claims", [])
            grouped, gone = defaultdict(list), withdrawn(claims)
            for claim in claims:
                if claim["rank"] != "deprecated" and claim["qualifier"] != "unknown" and claim["id"] not in gone | set(without):
                    told = side(claim, self.unit(statistic["id"]))
                    grouped[told.low, told.high].append(claim)
            self.figures[statistic["id"]] = [Figure(statistic["id"], *ends, claims) for ends, claims in grouped.items()]
        self.relations = {}
        for record in relations:
            if record["kind"] in NUMERIC and record["id"] not in without and ("comparability" not in record or record["id"] in assume):
                if not any(isinstance(term, dict) for term in record.get("terms", {}).values()):
                    self.relations[record["id"]] = self.compared(record)
        self.variables = {name: z3.Real(name) for name in self.statistics}

    def unit(self, statistic):
        return self.units[self.statistics[statistic]["unit"]]

    def compared(self, record):
        if record["kind"] == "formula" and "tree" not in record:
            return parsed(record["formula"], record["terms"])
        return compiled(record)

    def multiplies(self, relation):
        """Whether it multiplies or divides unknowns."""
        def found(expression):
            if not isinstance(expression, tuple):
                return False
            sign, left, right = expression
            many = sign == "*" and names(left) and names(right) or sign == "/" and names(right)
            return bool(many) or found(left) or found(right)
        return any(map(found, self.relations[relation][1:]))

    def named(self, relation):
        return set(names(self.relations[relation][1]) + names(self.relations[relation][2]))

    def parts(self):
        """Statistics that hang together, with their relations."""
        open_, found = dict.fromkeys(self.statistics), []
        users = defaultdict(list)
        for relation in self.relations:
            for name in self.named(relation):
                users[name].append(relation)
        while open_:
            waiting, statistics, relations = [next(iter(open_))], {}, {}
            while waiting:
                name = waiting.pop()
                if name in open_:
                    del open_[name]
                    statistics[name] = None
                    for relation in users[name]:
                        relations[relation] = None
                        waiting += self.named(relation)
            found.append((list(statistics), list(relations)))
        return found

    def bounded(self, statistic):
        """What the unit allows."""
        low, high = bounds(self.unit(statistic))
        return self.between(statistic, low, high)

    def between(self, statistic, low, high):
        variable = self.variables[statistic]
        ends = [] if low == -INFINITY else [variable >= exact(low)]
        return z3.And(*ends, *([] if high == INFINITY else [variable <= exact(high)]))

    def says(self, figure):
        return self.between(figure.statistic, figure.low, figure.high)

    def holds(self, relation):
        sign, left, right = self.relations[relation]
        unit = next((self.factor(name) for side in (left, right) for name in bare(side)), None)
        one, other = self.term(left, unit), self.term(right, unit)
        rule = {"=": one == other, "<=": one <= other, ">=": one >= other, "<": one < other, ">": one > other}[sign]
        return z3.And(rule, *self.divisors(left), *self.divisors(right))

    def term(self, expression, unit):
        """Figures that are added or compared are brought into the unit of the first of them; none is where there is none."""
        if isinstance(expression, str):
            return self.variables[expression] * exact(self.factor(expression) / unit) if unit else self.variables[expression]
        if isinstance(expression, Fraction):
            return exact(expression)
        sign, *sides = expression
        left, right = (self.term(each, unit if sign in "+-" else None) for each in sides)
        return {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right, "/": lambda: left / right}[sign]()

    def factor(self, statistic):
        return Fraction(self.unit(statistic).get("convertsTo", {}).get("factor", 1))

    def divisors(self, expression):
        """Nothing is divided by zero."""
        if not isinstance(expression, tuple):
            return []
        own = [self.term(expression[2], None) != 0] if expression[0] == "/" and names(expression[2]) else []
        return own + self.divisors(expression[1]) + self.divisors(expression[2])
