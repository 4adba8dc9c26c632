"""The evidence weighed once more by brute force and z3: all minimal conflicts with their kinds, knots, ways out, in how many
choices each figure is, how far each statistic can go, by what, and whether without doubt; of the shipped dataset, of the tests'
datasets, and of random networks. `reasoning [networks] [seed]`."""

import json
import subprocess
import tempfile
from fractions import Fraction
from pathlib import Path

from ...harness.report import Report
from ...harness.server import ROOT, executable
from .compare import compare
from .evidence import Evidence
from .maker import NetworkMaker, folder

TOGETHER = 100
FOLDERS = ["Resources/datasets/lithuania-1944-1945", "Tests/Support/River", "Tests/Support/Histories/sharia-drought-1851",
           "Tests/Support/Histories/wilgow-fire-1811"]


def weigh(place, *options):
    printed = subprocess.run([executable(), "weigh", "--format", "json", "--data", str(place), *options], capture_output=True, text=True)
    if printed.returncode:
        raise SystemExit(f"weigh: {printed.stderr}")
    return json.loads(printed.stdout, parse_float=Fraction)


def read(place):
    """The statistics, relations and units of a folder."""
    files = {name: json.loads((place / f"{name}.json").read_text(), parse_float=Fraction)
             for name in ("statistics", "relations", "dataset")}
    return files["statistics"]["statistics"], files["relations"]["relations"], files["dataset"]["vocabularies"]["units"]


def options(without, assume):
    return [word for name, ids in (("--without", without), ("--assume", assume)) for each in ids for word in (name, each)]


def faults(place, without=(), assume=(), linear=False, unknown=None):
    answer = weigh(place, *options(without, assume))
    evidence = Evidence(*read(place), without=without, assume=assume)
    return list(compare(evidence, answer, linear, unknown)), answer


def whatever(answer, relations):
    """What a reader may give up or assume: each claim of a conflict, each relation that says one, each that is marked."""
    for claim in sorted({claim for conflict in answer["conflicts"] for figure in conflict["figures"] for claim in figure}):
        yield [claim], []
    for relation in sorted({relation for conflict in answer["conflicts"] for relation in conflict["relations"]}):
        yield [relation], []
    marked = [relation["id"] for relation in relations if "comparability" in relation]
    yield from (([], [relation]) for relation in marked if numeric(relations, relation))


def numeric(relations, name):
    return next(relation for relation in relations if relation["id"] == name)["kind"] not in ("within", "before", "editorial")


def main(arguments):
    count, seed = ([int(argument) for argument in arguments] + [1000, 13][len(arguments):])[:2]
    report = Report()
    for name in FOLDERS if count else ():
        place = ROOT / name
        found, answer = faults(place)
        asked = 1
        for without, assume in whatever(answer, read(place)[1]):
            found += [f"without {without}, assuming {assume}: {words}" for words in faults(place, without, assume)[0]]
            asked += 1
        report.row(f"{name}, as it is, and with each that may be given up or assumed", found, asked)
    maker = NetworkMaker(seed)
    for linear, many in ((True, count - count // 4), (False, count // 4)):
        found, unknown, conflicts, kinds, sure, doubted = [], [], 0, set(), 0, 0
        for start in range(0, many, TOGETHER):
            made = folder()
            for number in range(start, min(start + TOGETHER, many)):
                maker.add(made, f"n{number}", products=not linear)
            with tempfile.TemporaryDirectory() as space:
                place = Path(space, "data")
                made.write(place)
                told, answer = faults(place, linear=linear, unknown=None if linear else unknown)
                found += told
                conflicts += len(answer["conflicts"])
                kinds |= {conflict["kind"] for conflict in answer["conflicts"]}
                ends = [f"{key}Doubts" in implied for statistic in answer["statistics"] for which in ("implied", "together")
                        if (implied := statistic.get(which)) for key in ("low", "high")]
                sure, doubted = sure + ends.count(False), doubted + ends.count(True)
        words = "of sums" if linear else f"with products, of {len(unknown)} parts z3 does not know"
        report.row(f"random networks {words}: {conflicts} conflicts, {sure} ends without doubt and {doubted} in doubt", found, many)
        report.check(many < 100 or kinds == {"values", "relation", "relations"}, f"networks have conflicts of each kind ({kinds})")
        report.check(len(unknown) <= many // 50, f"z3 knows of nearly all ({unknown})")
        report.check(linear or many < 100 or doubted > 0, "there are ends in doubt")
    return report.end("reasoning")
