"""Random relations between periods, and their verdicts by trying every day.

An event's imprecise date is some day of it, a statistic's period all of it, and what has a choice of dates is of one of them. A
qualified date reaches, on either side, as far again as it is long. As the outer of `within`, an event is as long as its date can
be, without that reach and without days that its date leaves out, and an open end contains what comes there."""

from datetime import date, timedelta

from ...harness.http import records
from ..folder import Folder

FOREVER = 10 ** 9


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
        first, last = self.spans[place]
        if self.kind == "statistic":
            return [first] if place == 0 else [last]
        reach = last - first + 1 if self.qualified(place) else 0
        return range(first - reach, last + reach + 1)


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
        text = f"{day.isoformat()[:chance.choice([7, 10])]}/{later[:chance.choice([7, 10])]}"
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
            fits = [(0, {any(first <= start and end <= last for first, last in stretches) for start in inner.days(0) for end in inner.days(-1)})]
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


def ask(chance, count, kinds=("within", "before")):
    """Relations, as the program and as every day has them: the faults, in words."""
    folder = Folder(period="1900")
    expected = {}
    for place in range(count):
        kind = chance.choice(kinds)
        one, other = made(chance), made(chance, outer=kind == "within")
        names = ("inner", "outer") if kind == "within" else ("earlier", "later")
        members = {}
        for side, term in zip(names, (one, other)):
            name = f"{side}{place}"
            if term.kind == "event":
                folder.event(name, term.edtf)
            else:
                folder.statistic(name, [{"value": 1}], period=term.edtf)
            members[side] = {term.kind: name}
        if kind == "within":
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
