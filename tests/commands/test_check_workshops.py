from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from command_bench import Call, Sample, names_of, save

from facilitator.agenda.model import Block, Breakout, Strand
from facilitator.cli.workshop_file import workshop_findings
from facilitator.curriculum.unit import Kind
from facilitator.foundation.folders import find_folders
from facilitator.workshop.texts import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.agenda.model import Item
    from facilitator.workshop.model import Workshop

LEAD = " ".join(("Aiko", "Nakamura"))


def with_items(workshop: Workshop, items: tuple[Item, ...], **changes: object) -> Workshop:
    day = replace(workshop.agenda.days[0], items=items, **changes)
    return replace(workshop, agenda=replace(workshop.agenda, days=(day,)))


def with_block(workshop: Workshop, number: int, **changes: object) -> Workshop:
    items = list(workshop.agenda.days[0].items)
    items[number] = replace(items[number], **changes)
    return with_items(workshop, tuple(items))


def too_short(workshop: Workshop) -> Workshop:
    return with_block(workshop, 2, minutes=4)


def too_long(workshop: Workshop) -> Workshop:
    return with_block(workshop, 2, minutes=400)


def moved_over_another(workshop: Workshop) -> Workshop:
    return with_block(workshop, 2, pin=9 * 60 + 10)


def led_twice(workshop: Workshop) -> Workshop:
    strands = tuple(
        Strand(f"s{n}", f"Strand {n}", (Block(f"b{n}", Kind.EXERCISE, f"Task {n}", 10, lead=LEAD),)) for n in (1, 2)
    )
    return with_items(workshop, (Breakout("both", "Both", strands),))


def unreadable_unit(workshop: Workshop) -> Workshop:
    source = "no front matter here"
    copy = replace(workshop.units[0], source=source, digest=digest_of(source))
    return replace(workshop, units=(copy, *workshop.units[1:]))


def missing_unit(workshop: Workshop) -> Workshop:
    return replace(workshop, units=workshop.units[1:])


def damaged_block(workshop: Workshop) -> Workshop:
    return with_block(workshop, 1, id=workshop.agenda.days[0].items[0].id)


def test_that_the_sample_is_in_order_and_nobody_is_named(call: Call, sample: Sample) -> None:
    done = call("check", sample.file)
    assert (done.status, done.err) == (0, "")
    assert done.lines == [
        "Executive session: from megaphone to movement: 1 day, 7 blocks, 4 units; 0 errors, 0 warnings, 0 notices"
    ]


@pytest.mark.parametrize(
    ("spoil", "code", "severity"),
    [
        (too_short, "agenda.unit-minutes", "warning"),
        (too_long, "agenda.unit-minutes", "warning"),
        (too_long, "agenda.over", "warning"),
        (moved_over_another, "agenda.overlap", "warning"),
        (led_twice, "agenda.people-clash", "warning"),
        (damaged_block, "agenda.corrupt", "error"),
        (unreadable_unit, "workshop.unit", "error"),
        (missing_unit, "workshop.no-unit", "error"),
    ],
)
def test_that_what_is_wrong_is_found_with_the_file(
    spoil: Callable[[Workshop], Workshop], code: str, severity: str, sample: Sample
) -> None:
    found = [one for one in workshop_findings(spoil(sample.workshop), "spoiled.workshop") if one.code == code]
    assert found
    assert {(one.file, str(one.severity)) for one in found} == {("spoiled.workshop", severity)}
    assert all(one.way_out for one in found)


def test_that_a_warning_is_printed_with_the_file_and_is_no_failure(
    call: Call, sample: Sample, tmp_path: Path
) -> None:
    file = save(too_short(sample.workshop), tmp_path / "short.workshop")
    done = call("check", file)
    assert done.status == 0
    words = "“From need-to-know to need-to-share” is taught in 4 min; L01 takes 15 to "
    assert done.lines[0].startswith(f"{file}: warning: {words}")
    assert done.lines[-1].endswith("0 errors, 1 warning, 0 notices")


def test_that_an_unreadable_unit_has_the_line_in_its_text(call: Call, sample: Sample, tmp_path: Path) -> None:
    file = save(unreadable_unit(sample.workshop), tmp_path / "spoiled.workshop")
    done = call("check", file)
    assert done.status == 1
    assert f"{file}/F01.md:1:1" in [line.partition(": error: ")[0] for line in done.lines]


def test_that_findings_name_nobody(call: Call, sample: Sample, tmp_path: Path) -> None:
    file = save(led_twice(sample.workshop), tmp_path / "twice.workshop")
    done = call("check", file)
    assert [name for name in (LEAD, *names_of(sample.workshop)) if name in done.out + done.err] == []


def test_that_a_checked_file_is_not_touched(call: Call, sample: Sample) -> None:
    before = (sample.file.read_bytes(), sample.file.stat().st_mtime_ns)
    call("check", sample.file)
    assert (sample.file.read_bytes(), sample.file.stat().st_mtime_ns) == before
    assert not list(sample.file.parent.glob("sample.workshop-*"))


def test_that_a_damaged_file_is_one_sentence_and_status_1(call: Call, sample: Sample, tmp_path: Path) -> None:
    content = bytearray(sample.file.read_bytes())
    content[4096 * 3 : 4096 * 5] = b"\x55" * 8192
    (tmp_path / "torn.workshop").write_bytes(content)
    done = call("check", tmp_path / "torn.workshop")
    assert done.status == 1
    assert "damaged" in done.complaint


def test_that_something_else_under_our_name_is_refused(call: Call, tmp_path: Path) -> None:
    (tmp_path / "letter.workshop").write_text("Dear all", encoding="utf-8")
    done = call("check", tmp_path / "letter.workshop")
    assert done.status == 1
    assert "This is not a workshop file." in done.complaint


def test_that_a_file_of_the_apps_own_shelf_is_left_alone(call: Call, sample: Sample) -> None:
    shelf = find_folders().workshops / "one"
    shelf.mkdir(parents=True)
    own = shelf / "own.workshop"
    own.write_bytes(sample.file.read_bytes())
    done = call("check", own)
    assert done.status == 1
    assert "Save a copy" in done.complaint
