"""The plan of the house: each rule finds the fault that it is for."""

import pytest

from checks import rooms

GOOD = {
    "Evidence/Checks/Check.swift": "struct Check { var claim: Claim }\n",
    "Evidence/Records/Claim.swift": "package struct Claim {}\n",
    "Archive/Loader.swift": "import Evidence\n\nenum Loader {}\n",
}


@pytest.fixture
def check(tmp_path, capsys):
    """The exit code and the output for the good sources and some others."""
    def run(**changed):
        for name, text in (GOOD | changed.get("files", {})).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return rooms.main([str(tmp_path)]), capsys.readouterr().out
    return run


def test_good_sources_pass(check):
    assert check()[0] == 0


@pytest.mark.parametrize("text", [
    "struct Claim { let check: Check }", "func both(_ check: borrowing Check) {}", "let words = \"a \\(Check.count) b\"",
    "@MainActor\nextension Check {}", "/// Check\nlet all: [Check] = []",
    "let words = \"\\(names[\"a\"].map { Check($0) })\"",
])
def test_a_circle_is_found(check, text):
    code, output = check(files={"Evidence/Records/Record.swift": text + "\n"})
    assert code == 1 and "Records/Record.swift names Check" in output and "Checks/Check.swift names Claim" in output


@pytest.mark.parametrize("text", [
    "// Check", "/* Check\n Check */", "/// A `Check`.", 'let words = "a Check"', 'let words = """\n a Check\n """',
    'let words = #"a "Check" "#', "let kind = Kind.Check", "struct Record { enum Check {} }", "private struct Check {}",
    "struct Checks {}", 'let words = "https://a" // Check',
])
def test_what_names_nothing_is_no_circle(check, text):
    assert check(files={"Evidence/Records/Record.swift": text + "\n"})[0] == 0


def test_a_circle_through_a_file_beside_the_folders_is_found(check):
    files = {"Evidence/Top.swift": "struct Top { var check: Check }\n",
             "Evidence/Checks/Check.swift": "struct Check { var top: Top? }\n"}
    assert check(files=files)[0] == 1


def test_files_beside_the_folders_may_name_each_other(check):
    files = {"Archive/One.swift": "struct One { var other: Two? }\n", "Archive/Two.swift": "struct Two { var other: One? }\n"}
    assert check(files=files)[0] == 0


@pytest.mark.parametrize("line", ["import Archive", "package import Archive", "@testable import Archive",
                                  "import struct Archive.Loader"])
def test_an_import_against_the_arrows_is_found(check, line):
    code, output = check(files={"Evidence/Records/Record.swift": line + "\n"})
    assert code == 1 and "Evidence/Records/Record.swift imports Archive" in output


def test_a_module_that_the_plan_does_not_name_is_found(check):
    code, output = check(files={"Cellar/Wine.swift": "struct Wine {}\n"})
    assert code == 1 and "Cellar is no module of the plan" in output


@pytest.mark.parametrize("text", ['let path = "/api/v1"', 'let path = "/api/v1/\\(kind)"', 'let path = "api/v1/claims.csv"',
                                  'let text = """\n    See /api/v1.\n    """'])
def test_the_root_of_the_api_in_a_second_file_is_found(check, text):
    files = {"Rendering/APIPath.swift": 'enum APIPath { static let root = "/api/v1" }\n'}
    assert check(files=files)[0] == 0
    code, output = check(files=files | {"Archive/Path.swift": text + "\n"})
    assert code == 1 and "Archive/Path.swift" in output


@pytest.mark.parametrize("text", ["/// What `/api/v1/claims` answers.", '/* "/api/v1" */', 'let path = APIPath.root // "/api/v1"'])
def test_a_comment_may_spell_the_root_of_the_api(check, text):
    assert check(files={"Archive/Path.swift": text + "\n"})[0] == 0


def test_long_files_and_modules_are_found(check):
    files = {f"Evidence/Records/Record{number}.swift": "\n" * 400 for number in range(12)}
    assert check(files=files)[0] == 0
    assert "Record1.swift has 401 lines" in check(files={"Evidence/Records/Record1.swift": "\n" * 401})[1]
    files = {f"Evidence/Dates/Date{number}.swift": "\n" * 400 for number in range(12)}
    assert "Evidence has 9," in check(files=files)[1]


def test_what_a_module_imports_may_import_may_be_imported():
    assert rooms.allowed("Bibliography") == {"Archive", "Checks", "Evidence", "Foundations", "Loading", "Reasoning", "Wording"}
    assert "HTTPCore" not in rooms.allowed("Charts") and rooms.allowed("Foundations") == set()


def test_nothing_to_look_at_fails(tmp_path):
    assert rooms.main([str(tmp_path)]) == 1
