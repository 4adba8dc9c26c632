"""The check of made-up sources finds a variable that a form loses or changes."""

import random

import pytest

from checks.linked.works import TYPES, bibtex, csl, made, rendered, ris

THESIS = {
    "id": "w0", "type": "thesis", "title": "Work 0: Karo žygiai", "author": [{"family": "Žemaitis", "given": "Jonas"}],
    "publisher": "Vilniaus universitetas", "issued": {"date-parts": [[1998, 2]]}, "page": "37-49",
}
BIBTEX = """@phdthesis{w0, title = {Work 0: Karo žygiai}, author = {Žemaitis, Jonas}, school = {Vilniaus universitetas},
    year = {1998}, month = feb, pages = {37--49}}"""
RIS = """TY  - THES\r\nID  - w0\r\nTI  - Work 0: Karo žygiai\r\nAU  - Žemaitis, Jonas\r\nPB  - Vilniaus universitetas\r\nPY  - 1998\r\n\
DA  - 1998/02//\r\nSP  - 37\r\nEP  - 49\r\nER  - \r\n"""


def test_forms_that_have_everything_have_no_fault():
    assert not [*csl(THESIS, THESIS | {"note": "more"}), *bibtex(THESIS, BIBTEX), *ris(THESIS, RIS), *rendered([THESIS])]


@pytest.mark.parametrize("name", list(THESIS)[2:])
def test_a_variable_that_csl_lacks_is_found(name):
    assert list(csl(THESIS, {key: value for key, value in THESIS.items() if key != name}))


@pytest.mark.parametrize("part, other", [
    ("phdthesis", "misc"), ("Žemaitis, Jonas", "Somebody"), ("school = {Vilniaus universitetas},", ""), ("month = feb,", ""),
    ("37--49", "37"), ("1998", "1999"),
])
def test_what_bibtex_loses_is_found(part, other):
    assert list(bibtex(THESIS, BIBTEX.replace(part, other)))


@pytest.mark.parametrize("part, other", [
    ("THES", "GEN"), ("AU  - Žemaitis", "AU  - Zemaitis"), ("PB  - Vilniaus universitetas\r\n", ""), ("1998/02//", "1998///"), ("EP  - 49\r\n", ""),
])
def test_what_ris_loses_is_found(part, other):
    assert list(ris(THESIS, RIS.replace(part, other)))


def test_a_work_that_a_bibliography_lacks_is_found():
    assert list(rendered([THESIS | {"title": "Another"}]))


def test_works_of_every_type_are_made():
    assert {work["type"] for work in made(random.Random(1), 50)} == set(TYPES)
