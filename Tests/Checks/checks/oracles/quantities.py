"""How a claim's words become an interval, by the table of the documentation alone. Claims are as in a dataset's files, with
fractions for numbers."""

import unicodedata
from fractions import Fraction
from math import ceil, floor

from .verdicts import INFINITY, Side

# A whole number from 0; any from 0; a percentage from 0 to 100: where the unit does not say otherwise.
BOUNDS = {"count": (0, INFINITY), "measure": (0, INFINITY), "percentage": (0, 100)}


def bounds(unit):
    least, most = BOUNDS[unit["kind"]]
    least, most = unit.get("minimum", least), unit.get("maximum", most)
    return -INFINITY if least is None else least, INFINITY if most is None else most


def printed_numbers(text):
    """Each number that stands in a text: its digits, and how many of them follow the decimal mark. A mark that groups digits
    stands before three of them; so does, perhaps, a decimal mark: both readings are given."""
    text = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    place = 0
    while place < len(text):
        if not text[place].isdigit():
            place += 1
            continue
        end = place
        while end < len(text) and (text[end].isdigit() or end + 1 < len(text) and text[end + 1].isdigit() and not text[end].isalpha()):
            end += 1
        yield from readings(text[place:end])
        place = end


def readings(token):
    """The numbers that digits with marks between them can be."""
    groups = []
    marks = []
    for sign in token:
        if sign.isdigit():
            if not groups or marks and len(groups) == len(marks):
                groups.append("")
            groups[-1] += sign
        else:
            marks.append(sign)
    digits = "".join(groups)
    if all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3:
        yield digits, 0
    if marks and marks[-1] in ".,٫·" and all(len(group) == 3 for group in groups[1:-1]):
        yield digits, len(groups[-1])
    if not marks and len(groups[0]) > 3:
        yield digits, 0


def printed_precision(value, text):
    """What the last printed digit counts, where the first number that is the value divided by a power of ten has it."""
    for digits, places in printed_numbers(text):
        for power in sorted(range(-6, 16), key=abs):
            if Fraction(int(digits), 10 ** places) * Fraction(10) ** power == abs(value):
                return Fraction(10) ** (power - places), power, places
    return None


def precision(claim, kind):
    """What the value is rounded to."""
    value = Fraction(claim["value"])
    if "precision" in claim:
        return Fraction(claim["precision"])
    found = printed_precision(value, claim["printed"])
    if found:
        step, power, places = found
        # Zeros count where nothing is printed after the point and the number stands there whole.
        if places > 0 or power != 0 or kind == "percentage":
            return step
    if kind == "percentage" or value.denominator != 1:
        return last_digit(value)
    return zeros(value)


def zeros(value):
    for step in (1000, 100):
        if value != 0 and value % step == 0:
            return Fraction(step)
    return Fraction(1)


def last_digit(value):
    step = Fraction(1)
    while (value / step).denominator != 1:
        step /= 10
    return step


def rounded(value, step, kind):
    """Every value that is rounded to this one: of a count, whole ones, half up; whether a loss is rounded up or down where it
    is halfway, nothing says, and both its ends are kept in, as those of measures are."""
    low, high = value - step / 2, value + step / 2
    if kind != "count":
        return low, high
    return ceil(low), floor(high) if value < 0 else ceil(high) - 1


def side(claim, unit):
    kind = unit["kind"]
    least, most = bounds(unit)
    low, high, point = allowed(claim, kind, least, most)
    return Side(max(low, least), min(high, most), point, claim["qualifier"] == "unknown")


def allowed(claim, kind, least, most):
    """Low and high by the words alone, and the one number that they assert."""
    match claim["qualifier"]:
        case "unknown":
            return least, most, None
        case "between":
            return Fraction(claim["low"]), Fraction(claim["high"]), None
    if "ratio" in claim:
        of, base = (Fraction(part) for part in claim["ratio"])
        times = 100 if kind == "percentage" else 1
        return of / (base + Fraction(1, 2)) * times, of / (base - Fraction(1, 2)) * times, of / base * times
    value = Fraction(claim["value"])
    step = 1 if kind == "count" else 0
    match claim["qualifier"]:
        case "more-than":
            return value + step, INFINITY, None
        case "less-than":
            return -INFINITY, value - step, None
        case "at-least":
            return value, INFINITY, None
        case "at-most":
            return -INFINITY, value, None
    low, high = rounded(value, precision(claim, kind), kind)
    if claim["qualifier"] == "about":
        tenth = abs(value) / 10
        wide = value - tenth, value + tenth
        if kind == "count":
            wide = min(ceil(wide[0]), value - 1), max(floor(wide[1]), value + 1)
        low, high = min(low, wide[0]), max(high, wide[1])
    return low, high, value
