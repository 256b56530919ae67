"""The parts of the template package as XML text: theme, master, layouts, notes master, table style."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from tools.deck_design import BODY, FEET, HIGH, THEME, TITLE, WIDE, Box, Holder, Layout, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
FONT = "Inter"
TABLE_STYLE = "{6F1A2B60-53C8-4E0E-9B53-0B6B68A0C101}"
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
NO_INSETS = " ".join(f'{side}Ins="0"' for side in "ltrb")
INDENTS = (0.32, 0.64, 0.96)  # of list levels one to three, inches
TYPELESS = {"obj"}


def emu(inches: float) -> int:
    """Convert inches to English Metric Units."""
    return round(inches * 914400)


def _frame(box: Box, *, rotate: int = 0) -> str:
    turn = f' rot="{rotate * 60000}"' if rotate else ""
    return (
        f'<a:xfrm{turn}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.w)}" cy="{emu(box.h)}"/></a:xfrm>'
    )


def _color(name: str, alpha: int = 100) -> str:
    name = {"lt2": "bg2", "dk1": "tx1"}.get(name, name)
    clear = f'<a:alpha val="{alpha * 1000}"/>' if alpha != 100 else ""
    is_theme = name in {"tx1", "tx2", "bg1", "bg2"} or name.startswith("accent")
    tag, value = ("schemeClr", name) if is_theme else ("srgbClr", name)
    return f'<a:{tag} val="{value}">{clear}</a:{tag}>' if clear else f'<a:{tag} val="{value}"/>'


def _fill(name: str, alpha: int = 100) -> str:
    return f"<a:solidFill>{_color(name, alpha)}</a:solidFill>"


def _level(holder: Holder, level: int, size: float) -> str:
    margin = _margin(holder, level)
    mark = (
        f'<a:buClr>{_color(holder.bullet_color)}</a:buClr><a:buSzPct val="100000"/><a:buFont typeface="Arial"/>'
        f'<a:buChar char="{"•" if level == 0 else "–"}"/>'
        if holder.bullets
        else "<a:buNone/>"
    )
    before = round(holder.before_pt * (1 if level == 0 else 0.5) * 100)
    bold = ' b="1"' if holder.bold else ' b="0"'
    spacing = f' spc="{holder.tracking}"' if holder.tracking else ""
    return (
        f'<a:lvl{level + 1}pPr {margin} algn="{holder.align}"><a:lnSpc>'
        f'<a:spcPct val="{holder.line_percent * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef>{mark}'
        f'<a:defRPr sz="{round(size * 100)}"{bold}{spacing}>{_fill(holder.color)}</a:defRPr></a:lvl{level + 1}pPr>'
    )


def _margin(holder: Holder, level: int) -> str:
    if holder.hanging:
        return f'marL="{emu(holder.hanging)}" indent="{-emu(holder.hanging) if level == 0 else 0}"'
    if holder.bullets:
        return f'marL="{emu(INDENTS[level])}" indent="{-emu(INDENTS[0])}"'
    return f'marL="{emu(INDENTS[level - 1]) if level else 0}" indent="0"'


def _levels(holder: Holder) -> str:
    return "".join(_level(holder, level, size) for level, size in enumerate(holder.sizes))


def _text_of(holder: Holder) -> str:
    if holder.kind == "sldNum":
        field = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            '<a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
        )
        return f'<a:p>{field}<a:endParaRPr lang="en-GB"/></a:p>'
    if not holder.prompt:
        return '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
    return (
        f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{escape(holder.prompt)}</a:t></a:r><a:endParaRPr lang="en-GB"/></a:p>'
    )


def _holder(holder: Holder, shape_id: int, *, on_master: bool = False) -> str:
    kind = "body" if on_master and holder.kind == "obj" else holder.kind
    attributes = "" if kind in TYPELESS else f' type="{kind}"'
    attributes += ' sz="quarter"' if kind in {"ftr", "sldNum"} else ""
    attributes += f' idx="{holder.idx}"' if holder.idx else ""
    prompt = ' hasCustomPrompt="1"' if holder.prompt and holder.kind != "ftr" and not on_master else ""
    body = (
        f'<a:bodyPr vert="horz" wrap="{"square" if holder.wraps else "none"}" {NO_INSETS} rtlCol="0" '
        f'anchor="{holder.anchor}">'
        "<a:normAutofit/></a:bodyPr>"
    )
    levels = "" if on_master and kind in {"title", "body"} else _levels(holder)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={quoteattr(f"{holder.name} {shape_id}")}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{attributes}{prompt}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_frame(holder.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{body}<a:lstStyle>{levels}</a:lstStyle>"
        f"{_text_of(holder)}</p:txBody></p:sp>"
    )


def _shape(shape: Shape, shape_id: int) -> str:
    guides = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in shape.adjust)
    fill = _fill(shape.fill, shape.alpha) if shape.fill else "<a:noFill/>"
    line = (
        f'<a:ln w="{round(shape.line_pt * 12700)}">{_fill(shape.line, shape.alpha)}</a:ln>'
        if shape.line
        else "<a:ln><a:noFill/></a:ln>"
    )
    decorative = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={quoteattr(shape.name)}>{decorative}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_frame(shape.box, rotate=shape.rotate)}'
        f'<a:prstGeom prst="{shape.preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>{fill}{line}</p:spPr>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def _tree(shapes: Sequence[Shape], holders: Sequence[Holder], *, on_master: bool = False) -> str:
    drawn = [_shape(shape, 2 + n) for n, shape in enumerate(shapes)]
    held = [_holder(holder, 2 + len(shapes) + n, on_master=on_master) for n, holder in enumerate(holders)]
    return f"<p:spTree>{GROUP}{''.join(drawn)}{''.join(held)}</p:spTree>"


def _background(color: str) -> str:
    return f"<p:bg><p:bgPr>{_fill(color)}<a:effectLst/></p:bgPr></p:bg>" if color else ""


def layout_xml(layout: Layout) -> str:
    """Give one layout part."""
    kind = f' type="{layout.type}"' if layout.type else ""
    return (
        f'{HEAD}<p:sldLayout {NS}{kind} preserve="1" userDrawn="1"><p:cSld name={quoteattr(layout.name)}>'
        f"{_background(layout.background)}{_tree(layout.shapes, layout.holders)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def master_xml(layout_count: int, first_layout_id: int) -> str:
    """Give the slide master; its text styles are those of the content layout."""
    ids = "".join(f'<p:sldLayoutId id="{first_layout_id + n}" r:id="rId{n + 1}"/>' for n in range(layout_count))
    return (
        f"{HEAD}<p:sldMaster {NS}>"
        f"<p:cSld>{_background('bg1')}{_tree((), (TITLE, BODY, *FEET), on_master=True)}</p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{_with_fonts(_level(TITLE, 0, TITLE.sizes[0]), 'mj')}</p:titleStyle>"
        f"<p:bodyStyle>{_with_fonts(_levels(BODY), 'mn')}</p:bodyStyle>"
        f"<p:otherStyle>{plain_levels()}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def plain_levels() -> str:
    """Give the nine levels of text that is in no placeholder: 18 points, left, in the theme's font."""
    return "".join(
        f'<a:lvl{n}pPr marL="0" algn="l" defTabSz="914400"><a:defRPr sz="1800">{_fill("tx1")}'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        f"</a:lvl{n}pPr>"
        for n in range(1, 10)
    )


def _with_fonts(levels: str, face: str) -> str:
    fonts = f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/>'
    return levels.replace("</a:defRPr>", f"{fonts}</a:defRPr>")


def theme_xml(name: str) -> str:
    """Give the theme: our colours, Inter, and plain fills, lines and effects."""
    colors = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in THEME.items())
    scripts = "".join(
        f'<a:font script="{script}" typeface="{face}"/>'
        for script, face in (
            ("Jpan", "Yu Gothic"),
            ("Hang", "Malgun Gothic"),
            ("Hans", "Microsoft YaHei"),
            ("Hant", "Microsoft JhengHei"),
            ("Arab", "Arial"),
            ("Hebr", "Arial"),
            ("Thai", "Tahoma"),
        )
    )
    # The description of the shapes of the letters lets programs without Inter choose a sans serif of the system
    font = (
        f'<a:latin typeface="{FONT}" panose="020B0604020202020204" pitchFamily="34" charset="0"/>'
        f'<a:ea typeface=""/><a:cs typeface=""/>{scripts}'
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
        for w in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def notes_master_xml() -> str:
    """Give the notes master: the slide above, the trainer's words below in 12 points."""
    levels = "".join(
        f'<a:lvl{n}pPr marL="{228600 * (n - 1)}" algn="l"><a:spcBef><a:spcPts val="500"/></a:spcBef>'
        f'<a:defRPr sz="1200">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        f'<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 6)
    )
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 1"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="685800" y="685800"/>'
        '<a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="E3E0D8"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    words = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4000500"/>'
        '<a:ext cx="5486400" cy="4572000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr><p:txBody>"
        f'<a:bodyPr vert="horz" {NO_INSETS} rtlCol="0"/><a:lstStyle/>'
        '<a:p><a:pPr lvl="0"/><a:r><a:rPr lang="en-GB"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    return (
        f"{HEAD}<p:notesMaster {NS}><p:cSld>{_background('bg1')}<p:spTree>{GROUP}{image}{words}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def table_styles_xml() -> str:
    """Give the one table style: hairlines between rows, a bold header over an accent line, no boxes."""
    none = "<a:ln><a:noFill/></a:ln>"

    def line(side: str, width: int, color: str) -> str:
        return f'<a:{side}><a:ln w="{width}" cmpd="sng">{_fill(color)}</a:ln></a:{side}>'

    whole = (
        '<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle><a:tcStyle><a:tcBdr>'
        f"<a:left>{none}</a:left><a:right>{none}</a:right><a:top>{none}</a:top>{line('bottom', 6350, 'E3E0D8')}"
        f"{line('insideH', 6350, 'E3E0D8')}<a:insideV>{none}</a:insideV></a:tcBdr><a:fill><a:noFill/>"
        f"</a:fill></a:tcStyle></a:wholeTbl>"
    )
    head = (
        '<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/><a:schemeClr val="accent1"/>'
        "</a:tcTxStyle><a:tcStyle><a:tcBdr>"
        f"{line('bottom', 19050, 'accent1')}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:firstRow>"
    )
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Facilitator">{whole}{head}</a:tblStyle></a:tblStyleLst>'
    )


def slide_size() -> str:
    """Give the page size of presentation.xml."""
    return f'<p:sldSz cx="{emu(WIDE)}" cy="{emu(HIGH)}"/>'
