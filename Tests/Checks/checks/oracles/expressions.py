"""Comparisons of two expressions: what each kind of relation compiles to, worked out in intervals and in points.

An expression is a name, a fraction, or (operator, left, right)."""

from fractions import Fraction

from .verdicts import Side, equation, exactly, inequality

FLIPPED = {">=": "<=", ">": "<"}
# How strongly each operator binds.
STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}


class Undefined(Exception):
    """A division by what may be nothing."""


def added(names):
    first, *rest = names
    for name in rest:
        first = ("+", first, name)
    return first


def compiled(record):
    """The sign, and the expressions left and right of it, by the table of the documentation."""
    match record["kind"]:
        case "sum":
            return "=", added(record["parts"]), added(record["whole"])
        case "part":
            return "<=", added(record["parts"]), added(record["whole"])
        case "cumulative":
            return "<=", added(record["earlier"]), added(record["later"])
        case "share":
            return "=", ("/", ("*", record["share"], added(record["base"])), Fraction(100)), added(record["count"])
        case "change":
            factor = ("/", ("+", Fraction(100), record["change"]), Fraction(100))
            return "=", ("*", added(record["before"]), factor), added(record["after"])
        case "formula":
            return record["tree"]


def renamed(expression, terms):
    """The expression with what its names stand for."""
    if isinstance(expression, str):
        return terms[expression]
    return expression if isinstance(expression, Fraction) else (expression[0], *(renamed(each, terms) for each in expression[1:]))


def names(expression):
    if isinstance(expression, str):
        return [expression]
    return [] if isinstance(expression, Fraction) else names(expression[1]) + names(expression[2])


def side(expression, figures):
    """Its interval and its point."""
    if isinstance(expression, str):
        return figures[expression]
    if isinstance(expression, Fraction):
        return exactly(expression)
    sign, left, right = expression[0], side(expression[1], figures), side(expression[2], figures)
    match sign:
        case "+":
            return left + right
        case "-":
            return left + negative(right)
        case "*":
            return left * right
        case "/":
            if right.low <= 0 <= right.high:
                raise Undefined
            return left * inverse(right)


def negative(one):
    return Side(-one.high, -one.low, None if one.point is None else -one.point, one.unknown)


def inverse(one):
    low, high = (Fraction(0) if isinstance(end, float) else 1 / Fraction(end) for end in (one.high, one.low))
    return Side(low, high, None if one.point is None else 1 / Fraction(one.point), one.unknown)


def approached(expression, figures):
    """Whether a division by what has no bound is in it: the quotient comes as near to nothing as one likes, and its interval
    has nothing for an end, which no quotient is. What may itself be divided by nothing has no bound either."""
    if isinstance(expression, (str, Fraction)):
        return False
    sign, left, right = expression
    if sign == "/":
        try:
            ends = side(right, figures)
        except Undefined:
            return True
        if isinstance(ends.low, float) or isinstance(ends.high, float):
            return True
    return approached(left, figures) or approached(right, figures)


def linear(expression):
    """The factor of each name, and the number beside them (""); None where the expression is not linear."""
    if isinstance(expression, str):
        return {expression: Fraction(1)}
    if isinstance(expression, Fraction):
        return {"": expression}
    left, right = linear(expression[1]), linear(expression[2])
    if left is None or right is None:
        return None
    match expression[0]:
        case "+" | "-":
            sign = 1 if expression[0] == "+" else -1
            return {name: left.get(name, 0) + sign * right.get(name, 0) for name in left.keys() | right.keys()}
        case "*":
            if set(left) - {""} and set(right) - {""}:
                return None
            terms, factor = (right, left.get("", 0)) if not set(left) - {""} else (left, right.get("", 0))
            return {name: value * factor for name, value in terms.items()}
        case "/":
            if set(right) - {""}:
                return None
            if not right.get("", 0):
                raise Undefined
            return {name: value / right[""] for name, value in left.items()}


def collected(left, right):
    """A linear comparison with each term on the side where its factor is positive; any other as it is."""
    terms = linear(("-", left, right))
    if terms is None:
        return left, right
    sides = []
    for sign in (1, -1):
        parts = [("*", name, abs(factor)) if name else abs(factor) for name, factor in terms.items() if factor * sign > 0]
        sides.append(added(sorted(parts, key=repr)) if parts else Fraction(0))
    return tuple(sides)


def verdict(sign, left, right, figures):
    """Of a comparison, with a figure for each name; and its sides."""
    try:
        one, other = (side(each, figures) for each in collected(left, right))
    except Undefined:
        return "unresolved", None
    if sign in FLIPPED:
        sign, one, other = FLIPPED[sign], other, one
    return (equation(one, other) if sign == "=" else inequality(one, other, sign == "<")), (one, other)
