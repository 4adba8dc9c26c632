"""Makes figures up as sources print them: values, words, digits, precision."""

from fractions import Fraction

from .quantities import bounds

UNITS = [
    {"id": "persons", "kind": "count"},
    {"id": "percent", "kind": "percentage"},
    {"id": "balance", "kind": "count", "minimum": None},
    {"id": "growth", "kind": "percentage", "minimum": None, "maximum": None},
    {"id": "tonnes", "kind": "measure"},
    {"id": "long-tons", "kind": "measure", "convertsTo": {"unit": "tonnes", "factor": Fraction("1.0160469088")}},
    {"id": "kilograms", "kind": "measure", "convertsTo": {"unit": "tonnes", "factor": Fraction("0.001")}},
    {"id": "degrees", "kind": "measure", "minimum": Fraction(-50), "maximum": Fraction(60)},
]
WORDS = ["stated", "about", "at-least", "at-most", "more-than", "less-than", "between", "unknown"]
# The decimals that a value may have, and its digits before them.
PLACES, DIGITS = 6, 15
MULTIPLES = {3: "thousand", 6: "million", 9: "billion"}
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class FigureMaker:
    def __init__(self, chance):
        self.random = chance
        self.units = {unit["id"]: unit for unit in UNITS}

    def magnitude(self, digits=None):
        """A number that people print: of few digits, or round, or neither."""
        chance = self.random
        value = chance.randint(1, 10 ** chance.randint(1, digits or chance.choice([3, 7, 7, 14])))
        zeros = chance.choice([0, 0, 0, 1, 2, 3, 4])
        return Fraction(max(value // 10 ** zeros, 1) * 10 ** zeros)

    def nearby(self, value):
        """The value, off by something that rounding explains, or does not."""
        chance = self.random
        step = Fraction(10) ** chance.randint(-2, 4)
        match chance.randint(0, 5):
            case 0 | 1:
                return value
            case 2:
                return round(value / step) * step
            case 3:
                return value + chance.choice([-1, 1]) * step / 2
            case 4:
                return value + chance.choice([-2, -1, 1, 2])
            case _:
                return value + chance.randint(-1000, 1000) * step / 1000

    def fitted(self, value, unit):
        """The nearest value that the unit allows."""
        least, most = bounds(unit)
        places = 0 if unit["kind"] == "count" else self.random.choice([0, 0, 1, 2, 4])
        value = Fraction(round(value * 10 ** places), 10 ** places)
        limit = Fraction(10 ** DIGITS - 1)
        return Fraction(min(max(value, least, -limit), most, limit))

    def claim(self, value, unit):
        """A claim of about that value."""
        chance = self.random
        value = self.fitted(Fraction(value), unit)
        least, most = bounds(unit)
        limit = Fraction(10 ** DIGITS - 1)
        word = chance.choices(WORDS, [60, 8, 5, 5, 5, 5, 8, 4])[0]
        if word == "unknown":
            return {"qualifier": word, "value": None}
        if word == "between":
            width = max(abs(value) // 10 ** chance.randint(1, 4), 1)
            low, high = max(value - chance.choice([0, width]), least, -limit), min(value + width, most, limit)
            word = word if low < high else "stated"
            if word == "between":
                return {"qualifier": word, "low": low, "high": high}
        if word == "less-than" and value <= least or word == "more-than" and value >= most:
            word = "stated"
        claim = {"qualifier": word, "value": value}
        if unit["kind"] == "percentage" and word == "stated" and chance.random() < 0.1:
            base = chance.randint(2, 20)
            return {"qualifier": word, "ratio": [chance.randint(1, base), base]}
        match chance.randint(0, 9):
            case 0 if word in ("stated", "about"):
                least = 0 if unit["kind"] == "count" else -3
                claim["precision"] = Fraction(10) ** chance.randint(least, 4)
            case 1 | 2 | 3:
                claim["printed"] = self.printed(value)
            case 4 if unit["kind"] != "percentage" and value.denominator == 1 and abs(value) >= 1000:
                scale = chance.choice([1000, 10, 100])
                if value / scale % 10:
                    claim |= {"scale": scale, "printed": self.plain(value / scale)}
        return claim

    def plain(self, value, least=0):
        """Its decimal digits, and at least so many after the point."""
        places = least
        while (value * 10 ** places).denominator != 1:
            places += 1
        digits = f"{abs(value) * 10 ** places}".rjust(places + 1, "0")
        whole, rest = (digits[:-places], "." + digits[-places:]) if places else (digits, "")
        return "−" * (value < 0) + whole + rest

    def printed(self, value):
        """The value as a source may print it: in groups, in other digits, with further zeros, or with a word for a power."""
        chance = self.random
        if value.denominator == 1 and chance.random() < 0.4:
            for power, word in MULTIPLES.items():
                few = value / 10 ** power
                # Whether the zeros of "600 thousand" count, nothing says.
                if 100 % few.denominator == 0 and abs(few) >= 1 and few % 10 != 0:
                    return f"{chance.choice(['', 'some ', 'in 18, '])}{self.plain(few)} {word}"
        text = self.plain(value, chance.choice([0, 0, 0, 1, 2]))
        whole, point, rest = text.partition(".")
        if len(whole.lstrip("−")) > 3 and chance.random() < 0.6:
            whole = f"{int(whole.replace('−', '-')):,}".replace("-", "−").replace(",", chance.choice([",", " ", "\xa0", "\u202f", "’"]))
        if point and chance.random() < 0.3 and "," not in whole:
            point = ","
        text = whole + point + rest
        return text.translate(ARABIC) if chance.random() < 0.1 else text
