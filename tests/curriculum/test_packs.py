"""A whole pack on disk: what is read, and what does not fit together."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from unit_sources import GOOD, unit_with

from facilitator.curriculum.audience import AudienceLayer
from facilitator.curriculum.reader import read_pack
from facilitator.foundation.findings import Severity, has_errors

if TYPE_CHECKING:
    from facilitator.curriculum.pack import Pack
    from facilitator.foundation.findings import Finding

PACK = (
    'id = "small"\ntitle = "Small"\nversion = "2"\nlanguage = "en"\nlicence = "CC BY 4.0"\nauthors = ["A. Trainer"]\n'
    '[checks]\nleaders = "executives"\ntransfer_tracks = ["leadership"]\nsensitive_units = ["L01"]\n'
)
AUDIENCES = "".join(
    f'[[audience]]\nid = "{name}"\ncode = "{name[:3].upper()}"\nname = "{name.title()}"\nshort = "{name.title()}"\n'
    f'layer = "{layer}"\ncares = ["time"]\nmatters = [{{text = "It matters.", facts = ["R02"]}}]\n'
    f"targets = {{mechanics = 2}}\n\n"
    for name, layer in (
        ("executives", "function"),
        ("managers", "function"),
        ("finance", "function"),
        ("health", "sector"),
    )
)
FACTS = """[[fact]]
id = "R02"
claim = "A commission asked for sharing."
source = "Report of the commission, 2004"
as_of = 2004-07-22
review_by = 2030-12-31
confidence = "H"
"""
MODEL = """levels = ["Aware", "Capable", "Proficient", "Multiplier"]

[[dimension]]
id = "mechanics"
name = "Mechanics"
levels = ["names", "explains", "predicts", "teaches"]

[[dimension]]
id = "lead-and-share"
code = "LS"
name = "Lead and share"
levels = ["waits", "shares", "opens", "shifts"]
"""
DECK = """id = "L01-items"
unit = "L01"
title = "Items"

[[card]]
id = "01"
title = "Delays"
text = "Which customers waited."

[[card]]
id = "09"
audiences = ["finance"]
title = "Results"
text = \"\"\"
id = "no key of the card"
[[card]]
\"\"\"
"""
PROGRAMME = """id = "G1"
title = "Morning"
summary = "Short."
audiences = ["executives"]
people = {min = 6, max = 20}

[[part]]
title = "Morning"
start = "09:00"
minutes = 65

[[part.block]]
kind = "opening"
title = "Welcome"
minutes = 5

[[part.block]]
unit = "F01"
minutes = 10

[[part.block]]
unit = "L01"
minutes = 20

[[part.block]]
kind = "breakout"
title = "Clinics"
[[part.block.strand]]
title = "One"
[[part.block.strand.block]]
unit = "F01"
minutes = 10
[[part.block.strand]]
title = "Two"
[[part.block.strand.block]]
unit = "L01"
minutes = 30
"""
F01 = unit_with("# Talk {.discussion minutes=10}\n\n## A title\n").replace("id: T01", "id: F01")
FILES = {
    "pack.toml": PACK,
    "audiences.toml": AUDIENCES,
    "facts.toml": FACTS,
    "dimensions.toml": MODEL,
    "units/L01.md": GOOD,
    "units/F01.md": F01,
    "materials/items.toml": DECK,
    "programmes/G1.toml": PROGRAMME,
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def serious(pack: Pack) -> list[Finding]:
    return [finding for finding in pack.findings if finding.severity is Severity.ERROR]


def test_that_a_sound_pack_has_no_errors(tmp_path: Path) -> None:
    assert serious(read_pack(write(tmp_path, FILES), today=date(2026, 11, 30))) == []


def test_that_everything_in_the_folder_is_read(tmp_path: Path) -> None:
    pack = read_pack(write(tmp_path, FILES))
    assert (pack.id, pack.version, pack.authors) == ("small", "2", ("A. Trainer",))
    assert [unit.id for unit in pack.units] == ["F01", "L01"]
    assert [(a.id, a.layer) for a in pack.audiences][-1] == ("health", AudienceLayer.SECTOR)
    assert pack.audiences[0].matters == (("It matters.", ("R02",)),)
    assert pack.audiences[0].targets == (("mechanics", 2),)
    assert pack.facts[0].review_by == date(2030, 12, 31)
    assert [(card.id, card.audiences) for card in pack.decks[0].cards] == [("01", ()), ("09", ("finance",))]


def test_that_a_programme_keeps_parts_blocks_and_strands(tmp_path: Path) -> None:
    programme = read_pack(write(tmp_path, FILES)).programmes[0]
    part = programme.parts[0]
    assert (programme.people_min, programme.people_max, part.start, part.minutes) == (6, 20, 540, 65)
    assert [(block.kind, block.unit_id, block.minutes) for block in part.blocks] == [
        ("opening", "", 5), ("unit", "F01", 10), ("unit", "L01", 20), ("unit", "", 30),
    ]  # fmt: skip
    assert [strand.title for strand in part.blocks[3].strands] == ["One", "Two"]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "at"),
    [
        ("pack.toml", 'version = "2"\n', "", "pack.missing-key", "id ="),
        ("pack.toml", 'id = "small"', "id = small", "pack.toml", "id = small"),
        ("pack.toml", 'language = "en"', 'idiom = "en"', "pack.unknown-key", "idiom"),
        ("pack.toml", 'leaders = "executives"', 'leaders = "bosses"', "pack.checks", 'leaders = "bosses"'),
        ("pack.toml", '["leadership"]', '["followership"]', "pack.checks", "transfer_tracks"),
        ("pack.toml", '["L01"]', '["L77"]', "pack.checks", "sensitive_units"),
        ("audiences.toml", 'layer = "sector"', 'layer = "sektor"', "audience.unknown-word", 'layer = "sektor"'),
        ("audiences.toml", 'id = "managers"', 'id = "executives"', "audience.duplicate-id", 'id = "executives"'),
        ("audiences.toml", '"R02"', '"R03"', "audience.fact", "matters"),
        ("audiences.toml", "mechanics = 2", "mechanics = 0", "audience.wrong-value", "targets"),
        ("audiences.toml", "mechanics = 2", "mechanics = 5", "audience.target", 'id = "executives"'),
        ("audiences.toml", "mechanics = 2", "reach = 2", "audience.dimension", 'id = "executives"'),
        (
            "dimensions.toml",
            'id = "lead-and-share"',
            'id = "mechanics"',
            "dimension.duplicate-id",
            'id = "mechanics"\nc',
        ),
        ("dimensions.toml", '"opens", "shifts"', '"opens"', "dimension.levels", 'levels = ["waits"'),
        (
            "facts.toml",
            'source = "Report of the commission, 2004"',
            'source = "Regulation (EU) 2024/900"',
            "fact.jurisdiction",
            "id =",
        ),
        ("facts.toml", 'confidence = "H"', 'confidence = "H"\nkind = "law"', "fact.jurisdiction", "id ="),
        ("facts.toml", "2030-12-31", "2026-11-29", "fact.stale", "id ="),
        ("facts.toml", "2030-12-31", '"soon"', "fact.wrong-value", "review_by"),
        ("facts.toml", 'confidence = "H"', 'confidence = "?"', "fact.unknown-word", "confidence"),
        ("materials/items.toml", 'unit = "L01"', 'unit = "L09"', "deck.unit", "unit ="),
        ("materials/items.toml", 'id = "09"', 'id = "01"', "deck.duplicate-card", 'id = "01"\naud'),
        ("materials/items.toml", '["finance"]', '["finanse"]', "deck.audience", "audiences"),
        (
            "materials/items.toml",
            'title = "Delays"\ntext = "Which customers waited."',
            'title = "Delays"',
            "deck.missing-key",
            "[[card]]",
        ),
        ("programmes/G1.toml", "minutes = 65", "minutes = 60", "programme.minutes-sum", "minutes = 60"),
        (
            "programmes/G1.toml",
            'unit = "F01"\nminutes = 10\n\n',
            'unit = "F99"\nminutes = 10\n\n',
            "programme.unit",
            '[[part.block]]\nunit = "F99"',
        ),
        (
            "programmes/G1.toml",
            "minutes = 20",
            "minutes = 14",
            "programme.unit-minutes",
            '[[part.block]]\nunit = "L01"',
        ),
        (
            "programmes/G1.toml",
            "minutes = 30",
            "minutes = 61",
            "programme.unit-minutes",
            '[[part.block.strand.block]]\nunit = "L01"',
        ),
        (
            "programmes/G1.toml",
            'title = "Clinics"',
            'title = "Clinics"\nminutes = 25',
            "programme.breakout-minutes",
            '[[part.block]]\nkind = "breakout"',
        ),
        ("programmes/G1.toml", '["executives"]', '["sales"]', "programme.audience", "audiences"),
        ("programmes/G1.toml", '"09:00"', '"9 o\'clock"', "programme.start", "start"),
        ("programmes/G1.toml", 'kind = "opening"', 'kind = "start"', "programme.unknown-word", "kind"),
        ("programmes/G1.toml", "min = 6", "min = 60", "programme.people", "people"),
        (
            "programmes/G1.toml",
            'title = "Welcome"\n',
            "",
            "programme.missing-key",
            '[[part.block]]\nkind = "opening"',
        ),
        ("units/L01.md", "core: [executives, managers]", "core: [executives, bosses]", "unit.audience", "  core:"),
        (
            "units/L01.md",
            '{.for audience="finance executives"}',
            '{.for audience="finance sales"}',
            "unit.audience",
            '::: {.for audience="finance sales',
        ),
        ("units/L01.md", "unit: F01, kind: soft", "unit: F02, kind: soft", "unit.requirement", "  - {unit: F02"),
        ("units/L01.md", "unit: F01, kind: soft", "unit: L01, kind: soft", "unit.requirement", "  - {unit: L01"),
        ("units/L01.md", "[lead-and-share]", "[lead-and-sare]", "unit.dimension", "dimensions:"),
        ("units/L01.md", "facts: [R02]", "facts: [R02, R77]", "unit.fact", "facts:"),
        (
            "units/L01.md",
            "on one slip",
            "on one slip ![A tray](pictures/tray.png)",
            "unit.picture-missing",
            "- A reason",
        ),
        ("units/F01.md", "id: F01", "id: L01", "unit.duplicate-id", "id:"),
        ("units/F01.md", "id: F01", "id: l01", "unit.duplicate-id", "id:"),
    ],
)
def test_that_what_does_not_fit_is_found_on_its_line(
    tmp_path: Path, file: str, old: str, new: str, code: str, at: str
) -> None:
    assert old in FILES[file]
    source = FILES[file].replace(old, new, 1)
    pack = read_pack(write(tmp_path, {**FILES, file: source}), today=date(2026, 11, 30))
    line = source[: source.index(at)].count("\n") + 1
    found = [(f.line, f.file) for f in pack.findings if f.code == code]
    # two units with one id: the later file is told
    told = "units/L01.md" if code == "unit.duplicate-id" else file
    assert (line, str(tmp_path / told)) in found


def test_that_a_fact_nobody_looked_up_stays_out_of_units(tmp_path: Path) -> None:
    facts = FACTS.replace('"H"', '"K"')
    codes = {finding.code for finding in serious(read_pack(write(tmp_path, {**FILES, "facts.toml": facts})))}
    assert codes == {"unit.fact-unverified"}


def test_that_facts_may_be_old_when_no_day_is_given(tmp_path: Path) -> None:
    facts = FACTS.replace("2030-12-31", "2001-01-01")
    assert not has_errors(read_pack(write(tmp_path, {**FILES, "facts.toml": facts})).findings)


HARD = GOOD.replace("kind: soft", "kind: hard")


@pytest.mark.parametrize(
    ("old", "new", "broken"),
    [
        ("", "", False),
        ('unit = "F01"\nminutes = 10\n\n', 'kind = "buffer"\ntitle = "B"\nminutes = 10\n\n', True),
        ('id = "G1"', 'id = "G1"', False),
    ],
)
def test_that_a_hard_requirement_must_come_before(tmp_path: Path, old: str, new: str, broken: bool) -> None:
    files = {**FILES, "units/L01.md": HARD, "programmes/G1.toml": PROGRAMME.replace(old, new, 1)}
    codes = {finding.code for finding in read_pack(write(tmp_path, files)).findings}
    assert ("programme.requirement" in codes) is broken


def test_that_a_strand_does_not_prepare_the_one_beside_it(tmp_path: Path) -> None:
    programme = PROGRAMME.replace('unit = "F01"\nminutes = 10\n\n', 'kind = "buffer"\ntitle = "B"\nminutes = 10\n\n')
    programme = programme.replace('unit = "L01"\nminutes = 20', 'kind = "note"\ntitle = "N"\nminutes = 20')
    pack = read_pack(write(tmp_path, {**FILES, "units/L01.md": HARD, "programmes/G1.toml": programme}))
    wanted = programme[: programme.index('[[part.block.strand.block]]\nunit = "L01"')].count("\n") + 1
    assert [f.line for f in pack.findings if f.code == "programme.requirement"] == [wanted]


def test_that_an_earlier_part_of_a_series_counts_as_taught(tmp_path: Path) -> None:
    block = (
        'id = "G1-{n}"\ntitle = "P"\naudiences = ["all"]\n[[part]]\ntitle = "P"\nminutes = {m}\n'
        '[[part.block]]\nunit = "{u}"\nminutes = {m}\n'
    )
    files = {
        **FILES,
        "units/L01.md": HARD,
        "programmes/G1.toml": block.format(n=1, m=10, u="F01"),
        "programmes/G2.toml": block.format(n=2, m=20, u="L01"),
    }
    assert serious(read_pack(write(tmp_path, files))) == []


def test_that_a_picture_in_the_pack_is_found(tmp_path: Path) -> None:
    unit = GOOD.replace("on one slip", "on one slip ![A tray](pictures/tray.png)")
    write(tmp_path, {**FILES, "units/L01.md": unit, "pictures/tray.png": "png"})
    assert serious(read_pack(tmp_path)) == []


def test_that_a_picture_reached_by_a_link_out_of_the_pack_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"png")
    folder = write(
        tmp_path / "pack", {**FILES, "units/L01.md": GOOD.replace("on one slip", "![A tray](pictures/t.png)")}
    )
    (folder / "pictures").mkdir()
    (folder / "pictures" / "t.png").symlink_to(tmp_path / "secret.png")
    assert [finding.code for finding in serious(read_pack(folder))] == ["unit.picture-missing"]


@pytest.mark.parametrize("content", [b"\xff\xfe id", b"x" * 300_000, "\ufeff".encode()])
def test_that_a_file_that_is_no_text_keeps_nothing_else_from_loading(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, FILES)
    (tmp_path / "units" / "A00.md").write_bytes(content)
    pack = read_pack(tmp_path)
    assert len(pack.units) == 2
    assert [finding.file for finding in serious(pack)] == [str(tmp_path / "units" / "A00.md")]


def test_that_a_folder_that_is_no_pack_is_one_finding_and_no_failure(tmp_path: Path) -> None:
    pack = read_pack(tmp_path / "nowhere")
    assert (pack.units, [finding.code for finding in pack.findings]) == ((), ["pack.missing"])


def test_that_the_template_for_authors_is_a_pack_without_a_single_finding() -> None:
    pack = read_pack(Path(__file__).resolve().parents[2] / "docs" / "template-pack", today=date(2026, 11, 30))
    assert pack.findings == ()
    assert all((pack.units, pack.programmes, pack.decks, pack.assessments, pack.facts, pack.audiences))


def test_that_programmes_are_in_the_order_in_which_people_count(tmp_path: Path) -> None:
    programmes = {
        f"programmes/{name}.toml": PROGRAMME.replace('"G1"', f'"{name}"') for name in ("G10", "G2", "G11-2", "G11-1")
    }
    pack = read_pack(write(tmp_path, {**FILES, **programmes}))
    assert [programme.id for programme in pack.programmes] == ["G1", "G2", "G10", "G11-1", "G11-2"]
