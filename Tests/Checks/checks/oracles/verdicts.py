"""What a comparison of two sides comes to, by the tables of the documentation. A side is an interval, a point where every
figure in it has one, and whether any of them is not known. Ends are fractions; none is no end."""

from dataclasses import dataclass
from fractions import Fraction
from operator import le, lt

GRAVITY = ["consistent", "within-rounding", "unresolved", "tension", "contradiction"]
INFINITY = float("inf")


@dataclass(frozen=True)
class Side:
    low: Fraction
    high: Fraction
    point: Fraction | None
    unknown: bool = False

    def __add__(self, other):
        both = self.point is not None and other.point is not None
        return Side(plus(self.low, other.low), plus(self.high, other.high), self.point + other.point if both else None,
                    self.unknown or other.unknown)

    def __mul__(self, other):
        ends = [times(one, another) for one in (self.low, self.high) for another in (other.low, other.high)]
        both = self.point is not None and other.point is not None
        return Side(min(ends), max(ends), self.point * other.point if both else None, self.unknown or other.unknown)

    def scaled(self, factor):
        """Converted to another unit."""
        return self if factor == 1 else self * exactly(factor)

    def contains(self, other):
        return self.low <= other.low and other.high <= self.high


def plus(one, other):
    """A sum of which an end may be infinite: a float only where it is."""
    infinite = [end for end in (one, other) if isinstance(end, float)]
    return infinite[0] if infinite else one + other


def times(one, other):
    """A product in which nothing times infinity is nothing."""
    return Fraction(0) if one == 0 or other == 0 else one * other


def exactly(value):
    """A side that is a number."""
    return Side(Fraction(value), Fraction(value), Fraction(value))


def equation(one, other):
    if one.high < other.low or other.high < one.low:
        return "contradiction"
    if one.point is not None and other.point is not None:
        return "consistent" if one.point == other.point else "within-rounding"
    if one.unknown or other.unknown:
        return "unresolved"
    return "consistent" if one.contains(other) or other.contains(one) else "unresolved"


def inequality(lesser, greater, strict=False):
    """Of lesser ≤ greater, or of lesser < greater."""
    holds = lt if strict else le
    if not holds(lesser.low, greater.high):
        return "contradiction"
    points = lesser.point is not None and greater.point is not None
    if holds(lesser.high, greater.low) or points and holds(lesser.point, greater.point):
        return "consistent"
    return "within-rounding" if points else "unresolved"


def distance(sign, one, other):
    """The least by which the sides miss each other; 0 where they need not."""
    miss = one.low - other.high if sign == "<=" else max(one.low - other.high, other.low - one.high)
    return max(miss, 0)
