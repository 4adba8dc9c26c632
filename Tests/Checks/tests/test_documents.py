"""What the documents say is there: each rule finds the fault that it is for."""

import pytest

from checks import documents

PAGE = """# ``Evidence``

The model.

| | |
| --- | --- |
| imports | `Foundations` |

`Evidence/Checks` has the `Checker`. Words stand in [the glossary](Glossary.md).
"""
GUIDE = """# Guide

See [the model](../Sources/Evidence/Evidence.docc/Evidence.md) and [the words](../Sources/Evidence/Evidence.docc/Glossary.md#the-words).

| step | what it is for |
| --- | --- |
| `rooms` | the plan |

```sh
.ci/run rooms
Tests/Checks/run crawl
swift test --filter CheckerTests   # one suite
swift run akistata serve --data path/to/dataset
```
"""
GOOD = {
    "README.md": "# Project\n\n[Guide](.github/GUIDE.md#guide)\n",
    ".github/GUIDE.md": GUIDE,
    ".ci/run": 'step rooms "the plan"\n',
    "Package.swift": '.target(name: "Evidence", dependencies: ["Foundations"], swiftSettings: settings),\n',
    "Sources/Evidence/Checks/Checker.swift": 'import Foundations\n\nstruct Checker { let names = ["serve", "data"] }\n',
    "Sources/Evidence/Evidence.docc/Evidence.md": PAGE,
    "Sources/Evidence/Evidence.docc/Glossary.md":
        "# Glossary\n\n## The words\n\n| word | meaning |\n| --- | --- |\n| check | a test |\n| claim | a figure |\n",
    "Tests/EvidenceTests/CheckerTests.swift": "struct CheckerTests {}\n",
    "Tests/Checks/run": "",
    "Tests/Checks/checks/__main__.py": '    "crawl": ("crawl.main", "links"),\n',
}


@pytest.fixture
def check(tmp_path, capsys):
    """The exit code and the output for the good files and some others."""
    def run(**changed):
        for name, text in (GOOD | changed.get("files", {})).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return documents.main([str(tmp_path)]), capsys.readouterr().out
    return run


def test_good_documents_pass(check):
    code, output = check()
    assert code == 0, output


@pytest.mark.parametrize("text, fault", [
    ("[a](nothing.md)", "README.md leads to nothing.md, which is not there"),
    ("[a](.github/GUIDE.md#nothing)", "a heading that is not there"),
    ("[a](#nothing)", "a heading that is not there"),
    ("`Evidence/Nothing`", "README.md names Evidence/Nothing, which is not there"),
    ("`Evidence/Checks/Nothing`", "Evidence/Checks/Nothing, which is not there"),
    ("`Tests/Checks/nothing`", "Tests/Checks/nothing, which is not there"),
    ("`Sources/*/…Nothing`", "which is not there"),
    ("`NothingAtAll`", "README.md names NothingAtAll, which no source does"),
    ("`Checker.nothing`", "README.md names Checker.nothing"),
    ("```sh\n.ci/run nothing\n```", "no nothing in"),
    ("```sh\nTests/Checks/run nothing\n```", "no nothing in"),
    ("```sh\n./Tests/nothing\n```", "no Tests/nothing in"),
    ("```sh\nswift test --filter NothingTests\n```", "no NothingTests in"),
    ("```sh\nakistata nothing\n```", "no command nothing in"),
    ("`akistata nothing --data here`", "no command nothing in"),
    ("```sh\nakistata serve --nothing\n```", "README.md names --nothing, which nothing takes"),
    ("`--nothing`", "README.md names --nothing, which nothing takes"),
    ("\n" * 150, "README.md has 151 lines, of at most 150"),
])
def test_a_fault_is_found(check, text, fault):
    code, output = check(files={"README.md": f"# Project\n{text}\n" if text.strip() else "#" + text + "\n"})
    assert code == 1 and fault in output


@pytest.mark.parametrize("text", [
    "[a](https://example.org/nothing.md)", "[a](.github/GUIDE.md)", "[a](.github)", "`Evidence/Checks`", "`Evidence/Checks/Checker`",
    "`Sources/*/*.docc/{page}.md`", "`Checker.names`", "`application/json`", "`CSV`", "```json\n{\"a\": \"`Nothing`\"}\n```",
    "`--data`", "```sh\ndocker run --read-only akistata\n```", "```sh\n.ci/run\n```",
])
def test_what_is_there_is_no_fault(check, text):
    code, output = check(files={"README.md": f"# Project\n\n{text}\n"})
    assert code == 0, output


@pytest.mark.parametrize("was, becomes, fault", [
    ("`Evidence/Checks`", "A folder", "does not name Evidence/Checks"),
    ("# ``Evidence``", "# Evidence", "is not headed by its module"),
    ("`Foundations`", "nothing", "other imports than Package.swift: Foundations"),
    ("`Foundations`", "`Foundations`, `Checker`", "other imports than Package.swift: Checker"),
    ("[the glossary](Glossary.md)", "no glossary", "does not lead to Glossary.md"),
    ("The model.", "\n" * 60, "lines, of at most 60"),
])
def test_a_first_page_that_is_not_true_is_found(check, was, becomes, fault):
    code, output = check(files={"Sources/Evidence/Evidence.docc/Evidence.md": PAGE.replace(was, becomes)})
    assert code == 1 and fault in output


def test_a_dependency_that_no_file_imports_is_found(check):
    code, output = check(files={"Sources/Evidence/Checks/Checker.swift": GOOD["Sources/Evidence/Checks/Checker.swift"].split("\n\n")[1]})
    assert code == 1 and "Evidence imports nowhere what Package.swift lets it: Foundations" in output


def test_a_module_without_a_catalogue_is_found(check):
    code, output = check(files={"Sources/Cellar/Wine.swift": "struct Wine {}\n"})
    assert code == 1 and "Cellar has no catalogue" in output


def test_a_folder_that_no_first_page_names_is_found(check):
    code, output = check(files={"Sources/Evidence/Dates/Day.swift": "struct Day {}\n"})
    assert code == 1 and "does not name Evidence/Dates" in output


@pytest.mark.parametrize("steps", ['step rooms ""\nstep more ""\n', 'step more ""\n'])
def test_a_table_that_has_other_steps_than_the_gate_is_found(check, steps):
    code, output = check(files={".ci/run": steps})
    assert code == 1 and "only one has more" in output


def test_words_that_are_not_in_order_are_found(check):
    glossary = "# Glossary\n\n## The words\n\n| word | meaning |\n| --- | --- |\n| claim | a figure |\n| check | a test |\n"
    code, output = check(files={"Sources/Evidence/Evidence.docc/Glossary.md": glossary})
    assert code == 1 and "claim stands before check" in output


def test_documents_are_found_wherever_they_are_but_for_what_is_built(check, tmp_path):
    check(files={".build-a/one.md": "", "Tests/Checks/checks/two.md": "", ".cache/three.md": ""})
    names = {str(document.name) for document in documents.documents(tmp_path)}
    assert names == {name for name in GOOD if name.endswith(".md")} | {"Tests/Checks/checks/two.md"}
