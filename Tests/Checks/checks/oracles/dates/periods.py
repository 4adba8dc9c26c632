"""Random relations between periods, and their verdicts by trying every day.

An event's imprecise date is some day of it, a statistic's period all of it, and what has a choice of dates is of one of them. A
qualified date reaches, on either side, as far again as it is long. Nothing ends before it starts. As the outer of `within`, an event is as long as its date can
be, without that reach and without days that its date leaves out, and an open end contains what comes there."""

from datetime import date, timedelta
from operator import eq, ge, gt, le, lt

from ...harness.http import records
from ..folder import Folder

FOREVER = 10 ** 9
SIDES = {"within": ("inner", "outer"), "before": ("earlier", "later"), "formula": ("lasting",)}
SIGNS = {"=": eq, "<=": le, ">=": ge, "<": lt, ">": gt}


class Term:
    """A date with what it is the date of: an event or a statistic."""

    def __init__(self, kind, edtf):
        self.kind, self.edtf = kind, edtf
        self.choice = edtf.startswith("[")
        parts = edtf[1:-1].split(",") if self.choice else edtf.split("/")
        self.whole = not self.choice and len(parts) == 2
        self.spans = [span(part) for part in parts]
        # From its first day to its last, as long as it can be.
        self.first, self.last = self.spans[0][0], self.spans[-1][1]
        if self.choice:
            self.first, self.last = min(first for first, _ in self.spans), max(last for _, last in self.spans)

    def qualified(self, place):
        return self.edtf.split("/")[place][-1] in "?~%"

    def has(self, day):
        """Whether it is one of the days that it can mean."""
        return any(first <= day <= last for first, last in self.spans) if self.choice else self.first <= day <= self.last

    def stretches(self):
        """Its days that follow each other, from the first to the last."""
        days = self.days(0)
        firsts = [day for day in days if day - 1 not in days]
        return [(first, next(day for day in days if day >= first and day + 1 not in days)) for first in firsts]

    def days(self, place):
        """Those on which it may begin (0) or end (-1)."""
        if self.choice:
            return sorted({day for first, last in self.spans for day in range(first, last + 1)})
        if not self.whole:
            return self.reached(place)
        starts, ends = self.reached(0), self.reached(-1)
        return [day for day in starts if day <= ends[-1]] if place == 0 else [day for day in ends if starts[0] <= day]

    def reached(self, place):
        """Those of one end by itself."""
        first, last = self.spans[place]
        if self.kind == "statistic":
            return [first] if place == 0 else [last]
        reach = last - first + 1 if self.qualified(place) else 0
        return range(first - reach, last + reach + 1)

    def lengths(self):
        """How many days may lie between its first and its last."""
        if not self.whole and (self.choice or self.kind == "event"):
            return {0}
        return {end - start for start in self.reached(0) for end in self.reached(-1) if start <= end}


def span(part):
    """The first and the last day, as numbers; an open end has none."""
    if part == "..":
        return -FOREVER, FOREVER
    year, month, day = (*(int(number) for number in part.rstrip("?~%").split("-")), None, None)[:3]
    if month is None:
        first, months = 1, 12
    else:
        # Spring is from March to May; winter begins in December.
        first, months = (3 * (month - 21) + 3, 3) if month > 12 else (month, 1)
    after = date(year + (first + months > 12), (first + months - 1) % 12 + 1, 1).toordinal()
    begin = date(year, first, day or 1).toordinal()
    return begin, begin if day else after - 1


def made(chance, outer=False):
    """A term of few days, so that many of them nearly meet."""
    kind = chance.choice(["event", "event", "statistic"])
    day = date(1944, 1, 28) + timedelta(days=chance.randint(0, 40))
    texts = [day.isoformat(), day.isoformat()[:7], "1944", "1944-21", "1943-24"]
    text = chance.choice(texts[:2] * 3 + texts)
    if kind == "event" and chance.random() < 0.25:
        text += chance.choice("?~%")
    elif kind == "event" and chance.random() < 0.25:
        days = [(day + timedelta(days=chance.randint(-40, 40))).isoformat()[:chance.choice([7, 10])] for _ in range(chance.randint(2, 3))]
        text = f"[{','.join(days)}]"
    elif chance.random() < 0.35:
        later = (day + timedelta(days=chance.randint(1, 60))).isoformat()
        ends = [end.isoformat()[:chance.choice([7, 10])] if end is day else end[:chance.choice([4, 7, 10])] for end in (day, later)]
        if kind == "event" and not outer:
            ends = [end + chance.choice(["", "", "~"]) for end in ends]
        text = "/".join(ends)
        if outer and chance.random() < 0.3:
            text = chance.choice([f"{day.isoformat()}/..", f"../{later}"])
    return Term(kind, text)


def within(inner, outer, bound):
    """The verdict, by every day on which the inner one may begin and end."""
    fits = []
    if bound == "both" and not inner.whole and inner.kind == "event":
        # One day begins and ends.
        fits.append((0, {outer.has(day) for day in inner.days(0)}))
    else:
        if bound != "end":
            fits.append((0, {outer.first <= day for day in inner.days(0)}))
        if bound != "start":
            fits.append((-1, {day <= outer.last for day in inner.days(-1)}))
        if bound == "both" and outer.choice:
            # Both ends are in the same days that follow each other.
            stretches = outer.stretches()
            fits = [(0, {any(first <= start and end <= last for first, last in stretches) for start in inner.days(0) for end in inner.days(-1) if start <= end})]
    if any(True not in days for _, days in fits):
        return "contradiction"
    open_questions = [place for place, days in fits if False in days]
    if not open_questions:
        return "consistent"
    return "unresolved" if any(inner.qualified(place) for place in open_questions) else "within-rounding"


def before(earlier, later, gap=(1, FOREVER)):
    """The verdict, by every number of days that may lie between the last of one and the first of the other."""
    ends, starts = earlier.days(-1), later.days(0)
    if earlier.choice or later.choice:
        between = {start - end for start in starts for end in ends}
    else:
        between = range(starts[0] - ends[-1], starts[-1] - ends[0] + 1)
    fits = {gap[0] <= days <= gap[1] for days in between}
    if fits == {True}:
        return "consistent"
    if fits == {False}:
        return "contradiction"
    return "unresolved" if earlier.qualified(-1) or later.qualified(0) else "within-rounding"


def lasting(term, sign, days):
    """The verdict on how long it lasts, by every day on which it may start and end."""
    fits = {sign(length, days) for length in term.lengths()}
    if len(fits) == 1:
        return "consistent" if True in fits else "contradiction"
    return "unresolved" if term.qualified(0) or term.qualified(-1) else "within-rounding"


def ask(chance, count, kinds=tuple(SIDES)):
    """Relations, as the program and as every day has them: the faults, in words."""
    folder = Folder(period="1900")
    expected = {}
    for place in range(count):
        kind = chance.choice(kinds)
        names = SIDES[kind]
        one, *others = (made(chance, outer=name == "outer") for name in names)
        members = {}
        for side, term in zip(names, (one, *others)):
            name = f"{side}{place}"
            if term.kind == "event":
                folder.event(name, term.edtf)
            else:
                folder.statistic(name, [{"value": 1}], period=term.edtf)
            members[side] = {term.kind: name}
        other, = others or [one]
        if kind == "formula":
            ends = members.pop("lasting")
            members["terms"] = {bound: {**ends, "bound": bound} for bound in ("start", "end")}
            sign, days = chance.choice(list(SIGNS)), chance.choice([0, 0, 0, 10, 40, 400])
            members["formula"] = f"days(start, end) {sign} {days}" if days or chance.random() < 0.5 else f"end {sign} start"
            verdict = lasting(one, SIGNS[sign], days)
        elif kind == "within":
            members["bound"] = chance.choice(["start", "end", "both"])
            verdict = within(one, other, members["bound"])
        else:
            least = chance.randint(1, 40)
            gap = chance.choice([{}, {"least": least}, {"most": least}, {"least": least, "most": least + 10}])
            members |= {"gap": gap} if gap else {}
            verdict = before(one, other, (gap.get("least", 1), gap.get("most", FOREVER)))
        folder.relation(f"r{place}", kind, **members)
        words = {key: value for key, value in members.items() if key not in names}
        expected[f"r{place}"] = verdict, f"{one.kind} {one.edtf} {kind} {other.kind} {other.edtf} {words or ''}"
    with folder.served() as server:
        told = {check["id"]: check["verdict"] for check in records(server.base, "checks")}
    return [f"{words}: {told[name]}, expected {verdict}" for name, (verdict, words) in expected.items() if told[name] != verdict]
