from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from facilitator.foundation.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from command_bench import Call

PACK = "social-media-boot-camp"
FRESH = "2026-07-15"  # a day on which every fact of the shipped packs was fresh
UNIT = "L01-from-need-to-know-to-need-to-share.md"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the shipped pack that may be spoiled."""
    return shutil.copytree(shipped("modules") / PACK, tmp_path / "pack")


def spoil(pack: Path, old: str, new: str) -> int:
    """Change one line of a unit and give its number."""
    unit = pack / "units" / UNIT
    lines = unit.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if line.startswith(old))
    lines[number] = new
    unit.write_text("\n".join(lines), encoding="utf-8")
    return number + 1


def test_that_the_shipped_packs_are_in_order(call: Call) -> None:
    done = call("check")
    assert done.status == 0
    sums = [line for line in done.lines if re.search(r"; 0 errors, \d+ warnings?, \d+ notices?$", line)]
    assert [line.partition(" decks")[0].rpartition(",")[0] for line in sums] == [
        "First day as a team lead: 6 units, 1 programme",
        "Social Media Boot Camp: 44 units, 13 programmes",
    ]


def test_that_of_the_shipped_packs_only_what_is_expected_is_said(call: Call) -> None:
    """A long stretch, a unit to read before, a follow-up date: what a programme leaves to the trainer."""
    codes = {code for line in call("check", "--on", FRESH).lines for code in re.findall(r" \[([\w.-]+)\]$", line)}
    assert codes == {"AL01", "AL15", "AL19"}


def test_that_facts_are_fresh_on_the_day_that_is_asked_about(call: Call) -> None:
    stale = [line for line in call("check", "--on", "2031-01-01").lines if "[fact.stale]" in line]
    assert any("The fact R09 should have been looked up again by 2027-01-01." in line for line in stale)
    done = call("check", "--on", "soon")
    assert (done.status, done.complaint) == (1, "“soon” is no day. Write it as 2027-03-01.")


def test_that_the_agenda_checks_name_the_file_and_line_of_a_block_and_are_counted(call: Call, pack: Path) -> None:
    done = call("check", pack)
    programme = pack / "programmes" / "G2.toml"
    lines = programme.read_text(encoding="utf-8").split("\n")
    block = next(n for n, line in enumerate(lines, 1) if line == 'unit = "D01"') - 1
    assert f"{programme}:{block}:1: notice: 90 min without a break, from 09:00 to 10:30. [AL01]" in done.lines
    notices = sum(": notice: " in line for line in done.lines)
    assert done.lines[-1].endswith(f", {notices} notices")


def test_that_an_agenda_that_must_not_be_taught_gives_status_1(call: Call, pack: Path) -> None:
    programme = pack / "programmes" / "G1.toml"
    source = programme.read_text(encoding="utf-8")
    programme.write_text(source.replace('kind = "closing"', 'kind = "discussion"'), encoding="utf-8")
    done = call("check", pack)
    assert done.status == 1
    assert any(line.startswith(f"{programme}:") and "[AL08]" in line for line in done.lines)


def test_that_a_fault_of_a_programme_is_told_by_one_rule_alone(call: Call, pack: Path) -> None:
    programme = pack / "programmes" / "G1.toml"
    source = programme.read_text(encoding="utf-8")
    programme.write_text(source.replace("minutes = 20", "minutes = 19"), encoding="utf-8")
    done = call("check", pack)
    codes = [line.rpartition("[")[2].strip("]") for line in done.lines if line.startswith(f"{programme}:")]
    assert codes == ["programme.minutes-sum", "programme.unit-minutes"]


def test_that_an_error_has_file_and_line_a_way_out_and_status_1(call: Call, pack: Path) -> None:
    line = spoil(pack, "minutes:", "minutes: soon")
    done = call("check", pack)
    assert done.status == 1
    found = next(n for n, said in enumerate(done.lines) if said.startswith(f"{pack / 'units' / UNIT}:{line}"))
    assert ": error: " in done.lines[found]
    assert done.lines[found].endswith("]")
    assert done.lines[found + 1].startswith("    ")


def test_that_a_spoiled_pack_does_not_hide_behind_a_good_one(call: Call, pack: Path) -> None:
    spoil(pack, "minutes:", "minutes: soon")
    done = call("check", pack, shipped("modules") / PACK)
    assert done.status == 1
    assert sum(line.startswith("Social Media Boot Camp: ") for line in done.lines) == 2


def test_that_a_folder_without_a_pack_is_an_error(call: Call, tmp_path: Path) -> None:
    done = call("check", tmp_path)
    assert done.status == 1
    assert "pack.toml" in done.out


@pytest.mark.parametrize(("name", "expected"), [("missing", "no such file"), ("list.txt", "neither")])
def test_that_what_cannot_be_checked_does_not_stop_the_rest(
    name: str, expected: str, call: Call, tmp_path: Path
) -> None:
    (tmp_path / "list.txt").write_text("no pack", encoding="utf-8")
    done = call("check", tmp_path / name, shipped("modules") / PACK)
    assert done.status == 1
    assert done.complaint.startswith(f"{tmp_path / name}: ")
    assert expected in done.complaint
    assert done.lines[-1].startswith("Social Media Boot Camp: ")
