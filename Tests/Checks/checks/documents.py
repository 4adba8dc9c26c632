"""Holds the documents (every Markdown file of the project, found by walking) to what is there: links and headings, files and
folders that they name, types, commands with their options, each module's first page, the table of the gate's steps. It reads files
alone, and needs no build. An argument names another folder than the project's."""

import re
from pathlib import Path

from .harness.report import Report
from .harness.server import ROOT
from .rooms import IMPORT

MOST_OF_README, MOST_OF_FIRST_PAGE = 150, 60

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^()\s]+)\)")
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
HEADING = re.compile(r"^#+ +(.+)$", re.M)
# A file, a folder, or a pattern of them: `Resources/web/*.mustache`, `Rendering/Records/…Encoding`, `words/{tag}.json`.
PLACE = re.compile(r"[.\w]+(?:/[\w.+*…{}-]+)+/?")
TYPE = re.compile(r"[A-Z]\w*[a-z]\w*(?:\.\w+)*")
OPTION = re.compile(r"(?<![\w-])--([a-z][\w-]+)")
# What stands behind the name of one of our commands, or is an option by itself.
OURS = re.compile(r"(?:^(?=--)|(?<![\w/-])(?:\./)?(?:akistata|serve|Tests/[\w/]+|\.ci/run|Docker/build)\b)([^|]*)")


class Document:
    def __init__(self, path, root):
        self.path, self.name = path, path.relative_to(root)
        self.text = path.read_text()
        self.blocks = FENCE.findall(self.text)
        self.prose = FENCE.sub("", self.text)
        self.codes = CODE.findall(self.prose)

    @property
    def commands(self):
        """The lines of its shell blocks, without what stands behind #, and what its prose has of the kind."""
        lines = [line for language, block in self.blocks if language == "sh" for line in block.splitlines()]
        return [line.split(" #")[0].strip() for line in lines] + [code for code in self.codes if " " in code]

    def slugs(self):
        """Its headings as code-hosting sites have them in addresses."""
        return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(self.prose)}


def documents(root=ROOT):
    """Every document, but what is hidden, built or fetched; `.github` is what hosts of code show."""
    def walk(folder):
        for path in sorted(folder.iterdir()):
            if path.is_dir() and not path.is_symlink():
                if not path.name.startswith(".") or path.name == ".github":
                    yield from walk(path)
            elif path.suffix == ".md":
                yield Document(path, root)
    return list(walk(root))


class Project:
    """What the documents may name."""

    def __init__(self, root):
        self.root = root
        self.modules = sorted({path.relative_to(root / "Sources").parts[0] for path in (root / "Sources").rglob("*.swift")})
        self.tops = {path.name for path in root.iterdir() if path.is_dir() and not path.name.startswith((".git/", ".build"))}
        sources = [path.read_text() for folder in ("Sources", "Tests") for path in (root / folder).rglob("*.swift")
                   if ".build" not in str(path.relative_to(root))]
        self.words = set(re.findall(r"\w+", "\n".join([*sources, self.read("Package.swift")])))
        self.suites = set(re.findall(r"(?:struct|class|func) (\w+)", "\n".join(sources)))
        self.strings = set(re.findall(r'"([\w-]+)"', "\n".join(sources)))
        self.steps = re.findall(r"^step (\S+)", self.read(".ci/run"), re.M)
        self.checks = set(re.findall(r'^    "(\w+)": \(', self.read("Tests/Checks/checks/__main__.py"), re.M)) | {"install", "test"}
        self.scripts = "".join(self.read(name) for name in (".ci/run", "Tests/run", "Tests/Fuzz/run")) + "".join(
            path.read_text() for path in (root / "Tests/Checks").rglob("*.py")) + "".join(
            path.read_text() for path in (root / "Tests/Benchmarks").rglob("*.py"))

    def read(self, name):
        path = self.root / name
        return path.read_text() if path.is_file() else ""

    def imports(self, module):
        """What Package.swift lets the module import."""
        target = re.search(rf'arget\(\s*name: "{module}"(.*?)(?:swiftSettings|\n        \.\w*[tT]arget|\Z)',
                           self.read("Package.swift"), re.S)
        found = re.search(r"dependencies: \[(.*)\]", target[1], re.S) if target else None
        return set(re.findall(r'"(\w+)"', re.sub(r'package: "[^"]+"', "", found[1]))) if found else set()

    def used(self, module):
        """What the module's files import."""
        return {name for path in (self.root / "Sources" / module).rglob("*.swift") for name in IMPORT.findall(path.read_text())}

    def has(self, place):
        """Whether a place is there: from the top, or below Sources; a Swift file without its ending, too."""
        pattern = re.sub(r"…|\{[^}]*\}", "*", place.rstrip("/"))
        base = self.root / "Sources" if pattern.split("/")[0] in self.modules else self.root
        return any(next(base.glob(pattern + ending), None) for ending in ("", ".swift"))


def links(document, others, report):
    for target in LINK.findall(document.prose):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, heading = target.partition("#")
        path = (document.path.parent / name).resolve() if name else document.path
        report.check(path.exists(), f"{document.name} leads to {target}, which is not there")
        if heading and path in others:
            report.check(heading in others[path].slugs(), f"{document.name} leads to {target}, a heading that is not there")


def names(document, project, report):
    """Files, folders and types that stand in backticks."""
    for code in document.codes:
        first = code.split("/")[0]
        if PLACE.fullmatch(code) and (first in project.modules or first in project.tops):
            report.check(project.has(code), f"{document.name} names {code}, which is not there")
        elif TYPE.fullmatch(code):
            missing = [word for word in code.split(".") if word not in project.words]
            report.check(not missing, f"{document.name} names {code}, which no source does")


def commands(document, project, report):
    for line in document.commands:
        def wrong(what):
            report.check(False, f"{document.name}: {what} in “{line}”")
        for place in re.findall(r"(?:^|[\s`])(?:\./)?((?:Tests|Docker|\.ci)/[\w./]+)", line):
            if not (project.root / place).exists():
                wrong(f"no {place}")
        for script, known in (("Tests/Checks/run", project.checks), (r"\.ci/run", project.steps)):
            for words in re.findall(rf"(?:^|\s){script}((?: [\w-]+)+)", line):
                # A check takes arguments.
                named = words.split()[:1] if script.startswith("T") else words.split()
                for word in named:
                    if not word.startswith("--") and not word.isupper() and word not in known:
                        wrong(f"no {word}")
        for suite in re.findall(r"--filter (\w+)", line):
            if suite not in project.suites:
                wrong(f"no {suite}")
        for command in re.findall(r"\bakistata ([a-z]\w*)", line) if not line.startswith("docker ") else []:
            if command not in project.strings:
                wrong(f"no command {command}")
    for code in document.codes + document.commands:
        ours = OURS.search(code) if not code.startswith("docker ") else None
        for option in OPTION.findall(ours[1]) if ours else []:
            report.check(option in project.strings or "--" + option in project.scripts,
                         f"{document.name} names --{option}, which nothing takes")


def first_page(module, project, report):
    path = project.root / "Sources" / module / f"{module}.docc/{module}.md"
    report.check(path.is_file(), f"{module} has no catalogue")
    if not path.is_file():
        return
    document = Document(path, project.root)
    report.check(document.text.startswith(f"# ``{module}``\n"), f"{document.name} is not headed by its module")
    lines = document.text.count("\n")
    report.check(lines <= MOST_OF_FIRST_PAGE, f"{document.name} has {lines} lines, of at most {MOST_OF_FIRST_PAGE}")
    for folder in sorted(path.parent.parent.iterdir()):
        if folder.is_dir() and folder.suffix != ".docc":
            report.check(f"{module}/{folder.name}" in document.codes, f"{document.name} does not name {module}/{folder.name}")
    # An article stands in no list but this one.
    for article in sorted(path.parent.glob("*.md")):
        report.check(article == path or article.name in LINK.findall(document.prose),
                     f"{document.name} does not lead to {article.name}")
    row = re.search(r"^\| imports \|(.*)\|$", document.text, re.M)
    told, real = set(CODE.findall(row[1])) if row else set(), project.imports(module)
    report.check(told == real, f"{document.name} says other imports than Package.swift: {', '.join(sorted(told ^ real))}")
    idle = real - project.used(module)
    report.check(not idle, f"{module} imports nowhere what Package.swift lets it: {', '.join(sorted(idle))}")


def tables(document, project, report):
    """Of a table headed by “word”, the order; of one headed by “step”, that it has the gate's."""
    for head, rows in re.findall(r"^\| (word|step) \|.*\n\|[-| ]+\|\n((?:\|.*\n)+)", document.prose, re.M):
        found = [row.split("|")[1].strip().strip("`") for row in rows.splitlines()]
        if head == "step":
            report.row(f"{document.name} has the gate's steps", [f"only one has {step}" for step in {*found} ^ {*project.steps}])
        else:
            report.row(f"{document.name} is in order", [
                f"{one} stands before {other}" for one, other in zip(found, found[1:]) if one.lower() >= other.lower()])


def main(arguments):
    root = Path(arguments[0] if arguments else ROOT).resolve()
    project, found, report = Project(root), documents(root), Report()
    others = {document.path: document for document in found}
    for module in project.modules:
        first_page(module, project, report)
    for document in found:
        links(document, others, report)
        names(document, project, report)
        commands(document, project, report)
        tables(document, project, report)
    lines = project.read("README.md").count("\n")
    report.check(lines <= MOST_OF_README, f"README.md has {lines} lines, of at most {MOST_OF_README}")
    report.check(any("| step |" in document.text for document in found), "no document has the gate's steps")
    return report.end(f"{len(found)} documents")
