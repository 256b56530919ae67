"""File names made from titles."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.foundation.names import LONGEST_NAME_BYTES, safe_file_name

FORBIDDEN = set('<>:"/\\|?*')
DEVICES = {"con", "prn", "aux", "nul", *(f"{p}{d}" for p in ("com", "lpt") for d in range(10))}
NASTY = st.sampled_from(
    [*'<>:"/\\|?*. \t\n\r\0', "..", "CON", "lpt1", "é", "e\u0301", "\u202e", "\u200b", "🎉", "\ud800"]
)
TITLES = st.lists(st.one_of(NASTY, st.text(max_size=20)), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sharing day", "Sharing day.pptx"),
        ("Q3: plan/do?", "Q3 plan do.pptx"),
        ("../../etc/passwd", "etc passwd.pptx"),
        ("con", "con_.pptx"),
        ("nul.report", "nul_.report.pptx"),
        ("COM¹", "COM¹_.pptx"),
        ("  trailing. . ", "trailing.pptx"),
        ("", "untitled.pptx"),
        ("???", "untitled.pptx"),
        ("gpj\u202efdp", "gpjfdp.pptx"),
        ("e\u0301te\u0301", "été.pptx"),
    ],
)
def test_that_a_title_becomes_a_name_for_every_system(title: str, name: str) -> None:
    assert safe_file_name(title, ".pptx") == name


def test_that_a_taken_name_gets_a_number_whatever_its_case() -> None:
    assert safe_file_name("Plan", ".xlsx", ["PLAN.xlsx", "plan 2.XLSX"]) == "Plan 3.xlsx"


def test_that_a_long_title_is_cut_between_characters() -> None:
    assert safe_file_name("ü" * 200, ".docx") == "ü" * 37 + ".docx"
    assert safe_file_name("ü" * 200, ".docx", ["ü" * 37 + ".docx"]) == "ü" * 36 + " 2.docx"


@settings(max_examples=400)
@given(TITLES, st.sampled_from([".pptx", ".xlsx", ""]))
def test_that_no_title_gives_a_name_some_system_refuses(title: str, suffix: str) -> None:
    name = safe_file_name(title, suffix)
    stem = name.removesuffix(suffix)
    assert len(name.encode()) <= LONGEST_NAME_BYTES
    assert stem == stem.strip(" .") != ""
    assert not FORBIDDEN & set(name)
    assert all(unicodedata.category(character)[0] != "C" for character in name)
    assert stem.split(".")[0].strip().casefold() not in DEVICES
    assert unicodedata.normalize("NFC", name) == name


@given(st.lists(TITLES, max_size=8))
def test_that_names_of_one_folder_never_clash(titles: list[str]) -> None:
    folder: list[str] = []
    for title in titles:
        folder.append(safe_file_name(title, ".pdf", folder))
    assert len({name.casefold() for name in folder}) == len(titles)


def test_that_what_tells_two_files_apart_is_never_cut() -> None:
    title = "Policy lab for legal, HR and IT: one page that holds at nine in the evening"
    deck, keys = (
        safe_file_name(title, ".docx", ending=ending) for ending in ("Cards and sheets", "Answer keys - HR")
    )
    assert deck.endswith(" - Cards and sheets.docx")
    assert keys.endswith(" - Answer keys - HR.docx")
    assert deck.startswith("Policy lab for legal, HR and IT")
    assert max(len(name.encode()) for name in (deck, keys)) <= 80
