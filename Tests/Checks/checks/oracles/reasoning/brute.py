"""What cannot be together, what would have to go and what the rest allows, by trying everything."""

from collections import defaultdict
from fractions import Fraction
from itertools import combinations, product

import z3

from ..solver import exact


class Unknown(Exception):
    """z3 finds neither values nor that there are none."""


class Part:
    """One connected part of the evidence."""

    def __init__(self, evidence, statistics, relations, linear):
        self.evidence, self.statistics, self.relations, self.linear = evidence, statistics, relations, linear
        self.figures = [figure for name in statistics for figure in evidence.figures[name]]
        self.solver = z3.SolverFor("QF_LRA") if linear else z3.SolverFor("QF_NRA")
        self.solver.set("timeout", 20_000)
        self.rules = {relation: evidence.holds(relation) for relation in relations}
        self.units = [evidence.bounded(name) for name in statistics]
        self.known, self.models = {}, []

    def able(self, conditions, relations=None):
        """Whether numbers exist; unknown is an error."""
        self.solver.push()
        self.solver.add(self.units)
        self.solver.add([self.rules[relation] for relation in (self.relations if relations is None else relations)])
        self.solver.add(conditions)
        found = self.solver.check()
        self.model = self.solver.model() if found == z3.sat else None
        self.solver.pop()
        if found == z3.unknown:
            raise Unknown("z3 does not know")
        return found == z3.sat

    def right(self, figures):
        """Whether these can all be right."""
        figures = frozenset(figures)
        if figures not in self.known:
            if any(figures <= model for model in self.models):
                self.known[figures] = True
            else:
                self.known[figures] = self.able([self.evidence.says(figure) for figure in figures])
                if self.known[figures]:
                    self.models.append(frozenset(
                        figure for figure in self.figures if z3.is_true(self.model.eval(self.evidence.says(figure), True))))
        return self.known[figures]

    def conflicts(self):
        """All minimal sets of figures that cannot all be right."""
        found = []
        for size in range(len(self.figures) + 1):
            for figures in combinations(self.figures, size):
                chosen = frozenset(figures)
                if not any(conflict <= chosen for conflict in found) and not self.right(chosen):
                    found.append(chosen)
        return found

    def kind(self, conflict):
        if len(conflict) == 2 and len({figure.statistic for figure in conflict}) == 1:
            one, other = conflict
            if not one.overlaps(other):
                return "values"
        says = [self.evidence.says(figure) for figure in conflict]
        return "relation" if any(not self.able(says, [relation]) for relation in self.relations) else "relations"

    def picks(self, statistics):
        """One figure for each of those that have any."""
        return product(*[self.evidence.figures[name] for name in statistics if self.evidence.figures[name]])

    def unavoidable(self, conflict):
        return not any(self.right(pick) for pick in self.picks(dict.fromkeys(figure.statistic for figure in conflict)))

    def choices(self, statistics):
        """The sets of statistics of which as few as possible go without, and all choices of the others."""
        having = [name for name in statistics if self.evidence.figures[name]]
        for count in range(len(having) + 1):
            found = {}
            for dropped in combinations(having, count):
                picks = [pick for pick in self.picks([name for name in having if name not in dropped]) if self.right(pick)]
                if picks:
                    found[frozenset(dropped)] = picks
            if found:
                return found
        return {}

    def stands(self, choices):
        """By figure: a choice has it where all can be right with it."""
        found = {}
        picks = [frozenset(pick) for picks in choices.values() for pick in picks]
        for figure in self.figures:
            having = [self.right(pick | {figure}) for pick in picks]
            found[figure.name] = "every" if all(having) else "some" if any(having) else "none"
        return found

    def allowed(self, statistic, own, choices):
        """The values that a choice leaves, as one condition."""
        figures = [name for name in self.statistics if own or name != statistic]
        return z3.Or(*[
            z3.And(*[z3.Or(*[self.evidence.says(figure) for figure in self.evidence.figures[name]])
                     for name in figures if name not in dropped and self.evidence.figures[name]])
            for dropped in choices])

    def end(self, statistic, up, conditions, relations=None):
        """How far the statistic goes, and whether it gets there; none without end."""
        optimizer = z3.Optimize()
        optimizer.add(self.units)
        optimizer.add([self.rules[relation] for relation in (self.relations if relations is None else relations)])
        optimizer.add(conditions)
        variable = self.evidence.variables[statistic]
        goal = optimizer.maximize(variable) if up else optimizer.minimize(variable)
        if optimizer.check() != z3.sat:
            raise ValueError("z3 finds no value")
        # So many times infinity, a number, and so many times what is less than any number.
        infinite, value, near = [Fraction(str(z3.simplify(each))) for each in
                                 (optimizer.upper_values if up else optimizer.lower_values)(goal)]
        return (None, True) if infinite else (value, near == 0)


def knots(conflicts):
    """Conflicts that share figures, directly or through others; those of one statistic are shared, since one of them is chosen."""
    groups = []
    named = lambda conflict: {figure.statistic for figure in conflict}
    for conflict in conflicts:
        joined = [conflict]
        for group in [group for group in groups if any(named(conflict) & named(other) for other in group)]:
            groups.remove(group)
            joined += group
        groups.append(joined)
    return groups


def least(conflicts, cost):
    """All sets of figures of least cost without which no conflict is left."""
    figures = list({figure for conflict in conflicts for figure in conflict})
    found, best = [], None
    for size in range(len(figures) + 1):
        for chosen in combinations(figures, size):
            chosen = frozenset(chosen)
            price = sum(cost(figure) for figure in chosen)
            if (best is None or price <= best) and all(chosen & conflict for conflict in conflicts):
                found = [chosen] if best is None or price < best else [*found, chosen]
                best = price
    return best, {frozenset(figure.name for figure in chosen) for chosen in found}


def mixed(evidence, conflict):
    """Whether nobody says all of it: each set of strands, one of a source, either is silent somewhere or says something else."""
    spoken = defaultdict(lambda: defaultdict(set))
    for figure in conflict:
        for other in evidence.figures[figure.statistic]:
            for claim in other.claims:
                spoken[claim["source"], claim["attribution"]][figure.statistic].add(other)

    def voice(strand, statistic):
        return spoken[strand][statistic] or spoken[strand[0], "main"][statistic]
    by_source = defaultdict(list)
    for strand in list(spoken):
        by_source[strand[0]].append(strand)
    for chosen in product(*[[None, *strands] for strands in by_source.values()]):
        voices = {figure: [voice(strand, figure.statistic) for strand in chosen if strand and voice(strand, figure.statistic)]
                  for figure in conflict}
        if all(found and all(figure in each for each in found) for figure, found in voices.items()):
            return False
    return bool(conflict)
