"""Make the default deck template and the table of letter widths beside it.

Run from the project's folder: ``python -m tools.make_deck_template [FOLDER WITH Inter-Regular AND Inter-Bold]``.
Without a font folder only the template is made. The result is the same byte for byte every time.
"""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

from tools.deck_layouts import layouts
from tools.deck_parts import (
    HEAD,
    NS,
    layout_xml,
    master_xml,
    notes_master_xml,
    plain_levels,
    slide_size,
    table_styles_xml,
    theme_xml,
)

FOLDER = Path(__file__).resolve().parents[1] / "assets" / "deck"
TEMPLATE = FOLDER / "facilitator.pptx"
WIDTHS = FOLDER / "inter-widths.json"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MIME = "application/vnd.openxmlformats-officedocument"
FIRST_LAYOUT_ID = 2147483649
MEASURED = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),
    *range(0x370, 0x400),
    *range(0x400, 0x530),
    *range(0x2010, 0x2065),
    0x20AC,
    0x2116,
    0x2122,
    *range(0x2190, 0x2194),
    0x2212,
    0x2248,
    0x2260,
    0x2264,
    0x2265,
    0x2713,
    0x2717,
)


def relations(*entries: tuple[str, str]) -> str:
    """Give a relations part of (type, target), numbered rId1 onwards."""
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if "://" in kind else f"{OFFICE}/{kind}"}" Target="{target}"/>'
        for n, (kind, target) in enumerate(entries, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def content_types(layout_count: int) -> str:
    """Name the type of every part."""
    overrides = {
        "/ppt/presentation.xml": f"{MIME}.presentationml.presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{MIME}.presentationml.slideMaster+xml",
        "/ppt/notesMasters/notesMaster1.xml": f"{MIME}.presentationml.notesMaster+xml",
        "/ppt/theme/theme1.xml": f"{MIME}.theme+xml",
        "/ppt/theme/theme2.xml": f"{MIME}.theme+xml",
        "/ppt/presProps.xml": f"{MIME}.presentationml.presProps+xml",
        "/ppt/viewProps.xml": f"{MIME}.presentationml.viewProps+xml",
        "/ppt/tableStyles.xml": f"{MIME}.presentationml.tableStyles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{MIME}.extended-properties+xml",
    }
    for n in range(1, layout_count + 1):
        overrides[f"/ppt/slideLayouts/slideLayout{n}.xml"] = f"{MIME}.presentationml.slideLayout+xml"
    rows = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def presentation() -> str:
    """Give the main part, without slides."""
    return (
        f'{HEAD}<p:presentation {NS} saveSubsetFonts="1" autoCompressPictures="0">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'{slide_size()}<p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{plain_levels()}</p:defaultTextStyle></p:presentation>"
    )


def properties() -> dict[str, str]:
    """Give the document properties; they name nobody."""
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>Facilitator deck template</dc:title>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-23T00:00:00Z</dcterms:created></cp:coreProperties>'
    )
    app = (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Facilitator</Application></Properties>"
    )
    return {"docProps/core.xml": core, "docProps/app.xml": app}


def parts() -> dict[str, str]:
    """Give every part of the package by its name."""
    drawn = layouts()
    layout_targets = [("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, len(drawn) + 1)]
    made = {
        "[Content_Types].xml": content_types(len(drawn)),
        "_rels/.rels": relations(
            ("officeDocument", "ppt/presentation.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        **properties(),
        "ppt/presentation.xml": presentation(),
        "ppt/_rels/presentation.xml.rels": relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"{HEAD}<p:presentationPr {NS}/>",
        "ppt/viewProps.xml": f"{HEAD}<p:viewPr {NS}/>",
        "ppt/tableStyles.xml": table_styles_xml(),
        "ppt/theme/theme1.xml": theme_xml("Facilitator"),
        "ppt/theme/theme2.xml": theme_xml("Facilitator notes"),
        "ppt/slideMasters/slideMaster1.xml": master_xml(len(drawn), FIRST_LAYOUT_ID),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(*layout_targets, ("theme", "../theme/theme1.xml")),
        "ppt/notesMasters/notesMaster1.xml": notes_master_xml(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations(("theme", "../theme/theme2.xml")),
    }
    for n, layout in enumerate(drawn, 1):
        made[f"ppt/slideLayouts/slideLayout{n}.xml"] = layout_xml(layout)
        made[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return made


def write_template(path: Path) -> None:
    """Write the package with fixed times, so that nothing but the design can change it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, text.encode())


def letter_widths(font_file: Path) -> dict[str, int]:
    """Measure letters in thousandths of the type size."""
    from PIL import ImageFont  # noqa: PLC0415 -- only where a font folder is given

    font = ImageFont.truetype(str(font_file), 1000, layout_engine=ImageFont.Layout.BASIC)
    return {chr(code): round(font.getlength(chr(code))) for code in MEASURED}


def write_widths(path: Path, fonts: Path) -> None:
    """Write the widths of the regular and bold letters of Inter."""
    table = {
        weight: letter_widths(next(file for file in sorted(fonts.rglob(f"Inter-{name}.*"))))
        for weight, name in (("regular", "Regular"), ("bold", "Bold"))
    }
    path.write_text(json.dumps(table, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_template(TEMPLATE)
    if len(sys.argv) > 1:
        write_widths(WIDTHS, Path(sys.argv[1]))
