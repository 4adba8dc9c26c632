"""Asks z3 (PyPI) whether real numbers make a comparison true."""

from fractions import Fraction

import z3

from .expressions import linear, names
from .verdicts import INFINITY


class Solver:
    """Whether real numbers within the intervals make a comparison true."""

    def __init__(self):
        self.solver = z3.SolverFor("QF_NRA")
        self.linear = z3.SolverFor("QF_LRA")

    def solvable(self, sign, left, right, figures):
        """None where z3 does not know."""
        variables = {name: z3.Real(name) for name in names(left) + names(right)}
        solver = self.linear if linear(("-", left, right)) is not None else self.solver
        solver.push()
        for name, variable in variables.items():
            low, high = figures[name].low, figures[name].high
            if low != -INFINITY:
                solver.add(variable >= exact(low))
            if high != INFINITY:
                solver.add(variable <= exact(high))
        one, other = self.term(left, variables), self.term(right, variables)
        solver.add({"=": one == other, "<=": one <= other, ">=": one >= other, "<": one < other, ">": one > other}[sign])
        found = solver.check()
        solver.pop()
        return None if found == z3.unknown else found == z3.sat

    def term(self, expression, variables):
        if isinstance(expression, str):
            return variables[expression]
        if isinstance(expression, Fraction):
            return exact(expression)
        left, right = (self.term(each, variables) for each in expression[1:])
        match expression[0]:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/":
                return left / right


def exact(value):
    value = Fraction(value)
    return z3.Q(value.numerator, value.denominator)
