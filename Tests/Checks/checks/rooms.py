"""Holds the plan of the house: imports run one way, within a module no circle of folders, bounds of size, and one file that
spells how the API's paths begin; and no test names a record of a dataset that ships, but those that are of it. It reads files
alone, and needs no build. An argument names another folder than Sources, and that alone is looked at."""

import re
from collections import defaultdict
from pathlib import Path

from . import shipped
from .harness.report import Report
from .harness.server import ROOT

# What each module may import; through it, what that one may.
ARROWS = {
    "Foundations": [],
    "Evidence": [],
    "Checks": ["Evidence"],
    "Reasoning": ["Checks", "Foundations"],
    "Wording": ["Checks", "Foundations"],
    "Loading": ["Checks", "Foundations"],
    "Archive": ["Loading", "Reasoning"],
    "Bibliography": ["Archive", "Wording"],
    "Rendering": ["Bibliography"],
    "Charts": ["Rendering"],
    "HTTPCore": ["Foundations"],
    "HTTPServer": ["HTTPCore"],
    "Raster": ["HTTPCore"],
    "Problems": ["HTTPCore", "Rendering"],
    "API": ["Charts", "Problems", "Raster"],
    "Description": ["API"],
    "Lessons": ["Rendering"],
    "Templates": ["Wording"],
    "PageLayout": ["API", "Lessons", "Templates"],
    "Website": ["PageLayout"],
    "Server": ["HTTPServer", "Website"],
    "Akistata": ["Description", "Server"],
}
MOST_OF_MODULE, MOST_OF_FILE = 5_000, 400
# What one file alone spells; comments may.
ROOT_OF_API, SPELT_IN = "api/v1", Path("Rendering/APIPath.swift")

# Comments and strings; of a string, what is put into it stays: `\(…)`, with strings and parentheses in it.
INNER = r'"(?:\\.|[^"\\\n])*"'
DEEP = rf"\((?:[^()\"]|{INNER}|\((?:[^()\"]|{INNER}|\([^()]*\))*\))*\)"
ASIDE = re.compile(
    r"//[^\n]*|/\*.*?\*/|(?P<hashes>\#+)\".*?\"(?P=hashes)|" + rf'"""(?:\\{DEEP}|\\.|(?!""").)*"""|"(?:\\{DEEP}|\\.|[^"\\\n])*"',
    re.S)
INSERTED = re.compile(rf"\\({DEEP})")
IMPORT = re.compile(r"^\s*(?:@\w+ )?(?:\w+ )?import (?:\w+ )?(\w+)", re.M)
TYPE = r"(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)"
# A type that other files can name begins its line.
DECLARED = re.compile(rf"^(?:@\w+(?:\([^)]*\))?\s+)*(?:(?!private|fileprivate)[a-z()]+\s+)*?{TYPE}", re.M)
# Not what stands after a point: that is looked for in what stands before it.
NAME = re.compile(r"(?<![.\w])[A-Z]\w*")


def code(text):
    """The text without comments and strings."""
    def kept(match):
        found = match[0]
        return " ".join(code(part) for part in INSERTED.findall(found)) or " " if found.startswith('"') else " "
    return ASIDE.sub(kept, text)


class File:
    def __init__(self, path, root):
        self.path = path.relative_to(root)
        text = path.read_text()
        self.lines = text.count("\n")
        self.code = code(text)
        self.spells = ROOT_OF_API in ASIDE.sub(lambda found: " " if found[0].startswith("/") else found[0], text)
        self.module = self.path.parts[0]
        # A file beside the folders stands by itself.
        self.folder = self.path.parts[1]
        self.declared = set(DECLARED.findall(self.code))
        # A type that is declared in another, or private, is meant within its file.
        self.named = set(NAME.findall(self.code)) - set(re.findall(TYPE, self.code))
        self.imports = set(IMPORT.findall(self.code))


def allowed(module):
    """The modules that one may import."""
    found = set(ARROWS[module])
    for other in ARROWS[module]:
        found |= allowed(other)
    return found


def imports(files, report):
    modules = {file.module for file in files}
    for module in sorted(modules - ARROWS.keys()):
        report.check(False, f"{module} is no module of the plan")
    for file in files:
        wrong = file.imports & modules - allowed(file.module) - {file.module} if file.module in ARROWS else ()
        report.check(not wrong, f"{file.path} imports {', '.join(sorted(wrong))}")


def references(files):
    """By folder, the folders whose types it names, each with an example."""
    homes = defaultdict(set)
    for file in files:
        for name in file.declared:
            homes[name].add(file.folder)
    found = defaultdict(dict)
    for file in files:
        for name in sorted(file.named & homes.keys()):
            for folder in homes[name] - {file.folder}:
                found[file.folder].setdefault(folder, f"{'/'.join(file.path.parts[1:])} names {name}")
    return found


def circles(graph):
    """The sets of folders from each of which every other can be come to."""
    def reached(start):
        seen, waiting = set(), [start]
        while waiting:
            for other in graph.get(waiting.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return seen
    all_reached = {folder: reached(folder) for folder in graph}
    found = {frozenset(other for other in seen if folder in all_reached.get(other, ())) for folder, seen in all_reached.items()
             if folder in seen}
    return sorted(found, key=sorted)


def sizes(files, report):
    lines = defaultdict(int)
    for file in files:
        lines[file.module] += file.lines
        report.check(file.lines <= MOST_OF_FILE, f"{file.path} has {file.lines} lines, of at most {MOST_OF_FILE}")
    for module, count in sorted(lines.items()):
        print(f"{count:>7,} {module}")
        report.check(count <= MOST_OF_MODULE, f"{module} has {count:,} lines, of at most {MOST_OF_MODULE:,}")


def spellings(files, report):
    report.row(f"only {SPELT_IN} spells {ROOT_OF_API}", [
        str(file.path) for file in files if file.spells and file.path != SPELT_IN], len(files))


def main(arguments):
    root = Path(arguments[0]) if arguments else ROOT / "Sources"
    files = [File(path, root) for path in sorted(root.rglob("*.swift"))]
    report = Report()
    sizes(files, report)
    imports(files, report)
    spellings(files, report)
    for module in sorted({file.module for file in files}):
        graph = references([file for file in files if file.module == module])
        # Files that stand beside the folders may name each other.
        found = [circle for circle in circles(graph) if any(not folder.endswith(".swift") for folder in circle)]
        report.row(f"no circle of folders in {module}", [
            example for circle in found for folder in sorted(circle)
            for other, example in sorted(graph[folder].items()) if other in circle])
    if not arguments:
        report.row("no test names a record that ships", shipped.named(ROOT / "Tests", ROOT / "Resources/datasets"))
    return report.end(f"{len(files)} files")
