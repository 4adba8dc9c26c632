"""What differs between the program's weighing and ours, in words."""

from fractions import Fraction
from itertools import product
from math import ceil, floor

from ..solver import exact
from .brute import Part, Unknown, knots, least, mixed

UNITS = {"witness": lambda figure: len(figure.witnesses), "claim": lambda figure: len(figure.claims)}


def name(figure):
    return tuple(sorted(figure))


class Told:
    """What the program says, by figures and statistics."""

    def __init__(self, answer):
        self.answer = answer
        self.statistics = {statistic["id"]: statistic for statistic in answer["statistics"]}
        self.conflicts = {conflict["id"]: conflict for conflict in answer["conflicts"]}

    def members(self, conflict):
        return frozenset(name(figure) for figure in conflict["figures"])


def compare(evidence, answer, linear=True, unknown=None):
    """Parts of which z3 does not know are counted in `unknown`, where that is a list, and otherwise an error."""
    told = Told(answer)
    for words in answer["truncated"]:
        yield f"{words} is not all worked out"
    if linear:
        yield from (f"{words} is loose" for words in answer["loose"])
    weaker = {*answer["loose"], *(left["id"] for left in answer["leftOut"] if left["reason"] == "product")}
    for statistics, relations in evidence.parts():
        part = Part(evidence, statistics, relations, linear or not any(map(evidence.multiplies, relations)))
        claims = {claim for figure in part.figures for claim in figure.name}
        own = [conflict for conflict in answer["conflicts"] if (
            conflict["figures"][0][0] in claims if conflict["figures"] else conflict["relations"][0] in relations)]
        try:
            yield from list(of_part(part, told, own) if weaker.isdisjoint(relations) else of_loose_part(part, told, own, weaker))
        except Unknown:
            if unknown is None:
                raise
            unknown.append(statistics)


def of_loose_part(part, told, own, weaker):
    """Where a relation allows less than the program works with: each conflict that it tells is one, each end without doubt is
    where z3 has it, and none in doubt is further in."""
    by_name = {figure.name: figure for figure in part.figures}
    for conflict in own:
        figures = [by_name[name(figure)] for figure in conflict["figures"]]
        if conflict["kind"] != "values" and part.right(figures):
            yield f"{figures} are told as a conflict, and can be right"
    if frozenset() in part.conflicts():
        return
    choices = part.choices(part.statistics)
    for statistic in part.statistics:
        others = part.choices([other for other in part.statistics if other != statistic])
        for which, expected in (("implied", others), ("together", choices)):
            said = told.statistics[statistic].get(which)
            if said is None:
                continue
            doubts = [said.get(f"{key}Doubts", []) for key in ("low", "high")]
            if not weaker.issuperset(doubts[0] + doubts[1]):
                yield f"{statistic}, {which}: {doubts} are no relations that allow less"
            if len(min(combined(said["without"]), key=len)) != len(min(expected, key=len)):
                # More go without than the program can know.
                if [] in doubts:
                    yield f"{statistic}, {which}: an end is told without doubt, without {said['without']}, expected {set(expected)}"
                continue
            allowed = part.allowed(statistic, which == "together", expected)
            yield from (f"{statistic}, {which}: {words}" for words in bisected(part, statistic, said, allowed, doubts)[1])


def of_part(part, told, own):
    found = part.conflicts()
    kinds = {conflict: part.kind(conflict) for conflict in found}
    records = {}
    for conflict in found:
        if kinds[conflict] == "values":
            key = "values", next(iter(conflict)).statistic
            records.setdefault(key, set()).update(conflict)
        else:
            records[kinds[conflict], conflict] = set(conflict)
    expected = {(kind, frozenset(figure.name for figure in members)):
                (kind != "values" and part.unavoidable(members), kind != "values" and mixed(part.evidence, members))
                for (kind, _), members in records.items()}
    said = {(conflict["kind"], told.members(conflict)): (conflict["unavoidable"], conflict["mixed"]) for conflict in own}
    if said != expected:
        yield f"conflicts {said}, expected {expected}"
        return
    if frozenset() in found:
        # Relations that cannot hold together: nothing is said of figures.
        return
    by_name = {figure.name: figure for figure in part.figures}
    for conflict in own:
        yield from chain(part, conflict, [part.evidence.says(by_name[figure]) for figure in told.members(conflict)])
    yield from revised(part, told, found, kinds, own)
    choices = part.choices(part.statistics)
    stands = part.stands(choices)
    for statistic in part.statistics:
        for figure in told.statistics[statistic]["figures"]:
            if figure["stands"] != stands[name(figure["claims"])]:
                yield f"{figure['claims']} stands in {figure['stands']}, expected {stands[name(figure['claims'])]}"
    for statistic in part.statistics if part.relations else ():
        others = part.choices([other for other in part.statistics if other != statistic])
        yield from ended(part, told, statistic, "implied", others, by_name)
        yield from ended(part, told, statistic, "together", choices, by_name)


def chain(part, conflict, says):
    """The relations that a conflict names say it, none too many."""
    if conflict["kind"] == "values":
        return
    named = conflict["relations"]
    if conflict["kind"] == "relation":
        expected = [relation for relation in part.relations if not part.able(says, [relation])]
        if set(named) != set(expected):
            yield f"{conflict['figures']} is said by {named}, expected {expected}"
    elif part.able(says, named) or any(not part.able(says, [other for other in named if other != relation]) for relation in named):
        yield f"{conflict['figures']} is not said by {named} or by fewer"


def revised(part, told, found, kinds, own):
    expected = []
    for group in knots(found):
        statistics = list(dict.fromkeys(figure.statistic for conflict in group for figure in conflict))
        dropped = part.choices(statistics)
        sets = {"statistic": (len(next(iter(dropped))), set(dropped))}
        for unit, cost in UNITS.items():
            sets[unit] = least(group, cost)
        expected.append((frozenset(figure.name for conflict in group for figure in conflict), sets))
    said = []
    ids = {conflict["id"] for conflict in own}
    for knot in told.answer["knots"]:
        if not ids.isdisjoint(knot["conflicts"]):
            sets = {unit: (revisions["cost"], {frozenset(member if unit == "statistic" else name(member) for member in each)
                                               for each in revisions["sets"]})
                    for unit, revisions in knot["revisions"].items()}
            said.append((frozenset().union(*[told.members(told.conflicts[one]) for one in knot["conflicts"]]), sets))
    order = lambda knot: sorted(knot[0])
    if sorted(said, key=order) != sorted(expected, key=order):
        yield f"knots {said}, expected {expected}"


def ended(part, told, statistic, which, choices, by_name):
    """One of the two ranges of a statistic."""
    said = told.statistics[statistic].get(which)
    if said is None:
        yield f"{statistic} has no {which}"
        return
    fits = frozenset() in choices
    if said["fits"] != fits or combined(said["without"]) != set(choices):
        yield f"{statistic}, {which}: fits {said['fits']} without {said['without']}, expected {set(choices)}"
    allowed = part.allowed(statistic, which == "together", choices)
    if said.get("lowDoubts") or said.get("highDoubts"):
        yield f"{statistic}, {which}: {said} has doubts"
    if part.linear:
        ends = [part.end(statistic, up, [allowed]) for up in (False, True)]
        expected = shown(ends, part.evidence.unit(statistic)["kind"] == "count")
        if [said["low"], said["high"]] != expected:
            yield f"{statistic}, {which}: {said['low']}…{said['high']}, expected {expected[0]}…{expected[1]}"
            return
    else:
        ends, faults = bisected(part, statistic, said, allowed)
        yield from (f"{statistic}, {which}: {words}" for words in faults)
    for up, (end, reached) in zip((False, True), ends):
        if end is not None:
            part_of = "high" if up else "low"
            if part_of + "By" not in said:
                yield f"{statistic}, {which}: it is not said what {part_of} {end} rests on"
                continue
            yield from based(part, statistic, which, up, end, reached, said, part_of, allowed, by_name)


def combined(knots):
    """One set of each knot."""
    return {frozenset().union(*sets) for sets in product(*knots)}


def based(part, statistic, which, up, end, reached, said, key, allowed, by_name):
    """What an end rests on: enough for it, none of it too much, and of one choice."""
    variable = part.evidence.variables[statistic]
    beyond = (variable > exact(end) if up else variable < exact(end)) if reached else (
        variable >= exact(end) if up else variable <= exact(end))
    figures, relations = [by_name[name(figure)] for figure in said[key + "Because"]], said[key + "By"]
    says = [part.evidence.says(figure) for figure in figures]
    if part.able([*says, beyond], relations):
        yield f"{statistic}, {which} {key}: {figures} by {relations} are not enough"
    for left in range(len(figures)):
        if not part.able([*says[:left], *says[left + 1:], beyond], relations):
            yield f"{statistic}, {which} {key}: {figures[left]} is too much"
    for left in range(len(relations)):
        if not part.able([*says, beyond], [*relations[:left], *relations[left + 1:]]):
            yield f"{statistic}, {which} {key}: {relations[left]} is too much"
    there = variable == exact(end) if reached else None
    if there is not None and not part.able([*says, there, allowed]):
        yield f"{statistic}, {which} {key}: {figures} are of no choice that comes so far"


def bisected(part, statistic, said, allowed, doubts=((), ())):
    """The ends that the program says, as far as they are known exactly, and what is wrong with them: nothing is beyond them, and
    where there is no doubt, something comes near."""
    variable, ends, faults = part.evidence.variables[statistic], [], []
    whole = part.evidence.unit(statistic)["kind"] == "count"
    if any(said.get(f"{key}Open") or said[key] is not None and Fraction(said[key]).denominator != 1 for key in ("low", "high")):
        # No whole number is between the ends.
        whole = False
    for (up, key), doubted in zip(((False, "low"), (True, "high")), doubts):
        value = said[key]
        if value is None:
            far = variable > 10 ** 30 if up else variable < -10 ** 30
            ends.append((None, True))
            if not doubted and not part.able([allowed, far]):
                faults.append(f"{key} is told to have no end")
            continue
        value = Fraction(value)
        beyond = variable > exact(value) if up else variable < exact(value)
        # A whole end has been moved inwards by less than one, any other outwards by less than a millionth.
        outside = value + (1 if up else -1)
        past = (variable >= exact(outside) if up else variable <= exact(outside)) if whole else beyond
        inside = value + (0 if whole else Fraction(-1, 10 ** 6) if up else Fraction(1, 10 ** 6))
        close = variable >= exact(inside) if up else variable <= exact(inside)
        if part.able([allowed, past]):
            faults.append(f"{key} is {value}, and it can go further")
        if not doubted and not part.able([allowed, close]):
            faults.append(f"{key} is {value}, and nothing comes near")
        is_exact = not doubted and not part.able([allowed, beyond]) and part.able([allowed, variable == exact(value)])
        ends.append((value if is_exact else None, True))
    return ends, faults


def shown(ends, whole):
    (low, reached), (high, reaches) = ends
    if whole:
        inner = [
            low if low is None else ceil(low) if reached or low.denominator != 1 else low + 1,
            high if high is None else floor(high) if reaches or high.denominator != 1 else high - 1]
        if None in inner or inner[0] <= inner[1]:
            return inner
    return [decimal(low, floor), decimal(high, ceil)]


def decimal(end, way):
    if end is None or 10 ** 36 % end.denominator == 0:
        return end
    return Fraction(way(end * 10 ** 6), 10 ** 6)
