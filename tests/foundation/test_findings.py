from __future__ import annotations

import pytest

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.findings import Finding, Severity, has_errors, in_order


def finding(severity: Severity = Severity.ERROR, file: str = "a.md", line: int = 1, column: int = 0) -> Finding:
    return Finding(severity, "unit.some-rule", "Something is wrong.", "Do this.", file, line, column)


def test_that_findings_are_sorted_by_place_and_weight() -> None:
    notice = finding(Severity.NOTICE, line=3)
    error = finding(Severity.ERROR, line=3)
    earlier = finding(Severity.WARNING, line=2)
    other = finding(Severity.ERROR, file="b.md")
    assert in_order([other, notice, error, earlier]) == (earlier, error, notice, other)


@pytest.mark.parametrize(("line", "column", "place"), [(12, 5, "a.md:12:5"), (12, 0, "a.md:12"), (0, 0, "a.md")])
def test_that_a_place_leaves_out_what_is_unknown(line: int, column: int, place: str) -> None:
    assert finding(line=line, column=column).place() == place


def test_that_a_finding_about_no_file_has_no_place() -> None:
    assert finding(file="").place() == ""


def test_that_warnings_alone_are_no_errors() -> None:
    assert not has_errors([finding(Severity.WARNING), finding(Severity.NOTICE)])
    assert has_errors([finding(Severity.WARNING), finding(Severity.ERROR)])


def test_that_an_error_says_what_happened_what_is_safe_and_what_to_do() -> None:
    error = FacilitatorError("The disk is full.", safe="Your workshop is safe.", way_out="Free some space.")
    assert str(error) == "The disk is full. Your workshop is safe. Free some space."
    assert str(FacilitatorError("The disk is full.")) == "The disk is full."
