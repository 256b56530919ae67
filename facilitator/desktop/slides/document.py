"""Rich text as a Qt document, sized to fit a box; never HTML."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextOption,
    QTextTableFormat,
)

from facilitator.curriculum.text import (
    Chart,
    ItemList,
    Paragraph,
    Picture,
    Quote,
    Span,
    Spans,
    Table,
    Text,
    TextBlock,
)
from facilitator.desktop.slides.pictures import Pictures

SHARPER = 2  # pixels of a picture for each of the document's, for sharp screens
PICTURE_SHARE = 0.6  # of the height a text is fitted into, for a picture that stands in it


@dataclass(frozen=True, slots=True)
class Ink:
    """How text is set: family, size in pixels, colours, and the space after a paragraph as a share of the size.

    Attributes:
        strong: colour of what is strong; the text's when None.
        pictures: where pictures come from; without it what they show is said instead.
        picture_px: how high a picture may be.
    """

    family: str
    size_px: float
    text: QColor
    accent: QColor
    muted: QColor
    weight: QFont.Weight = QFont.Weight.Normal
    space: float = 0.55
    strong: QColor | None = None
    pictures: Pictures | None = None
    picture_px: float = 480


def document(text: Text | str, ink: Ink, width_px: float, *, centred: bool = False) -> QTextDocument:
    """Set the text at a width; the caller keeps the document and draws it."""
    if isinstance(text, str):
        text = (Paragraph((Span(text),)),)
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft))
    font = QFont(ink.family)
    font.setPixelSize(max(1, round(ink.size_px)))
    font.setWeight(ink.weight)
    made.setDefaultFont(font)
    made.setIndentWidth(ink.size_px * 1.0)
    made.setTextWidth(width_px)
    setter = _Setter(made, ink)
    for block in text:
        setter.set_block(block)
    return made


def fitted(
    text: Text | str, ink: Ink, width_px: float, height_px: float, *, smallest_px: float, centred: bool = False
) -> QTextDocument:
    """Set the text as large as fits: from the ink's size down to the smallest, whether or not that fits."""
    size = ink.size_px
    ink = replace(ink, picture_px=height_px * PICTURE_SHARE)
    made = document(text, ink, width_px, centred=centred)
    while made.size().height() > height_px and size > smallest_px:
        smaller = max(smallest_px, size * 0.92)
        ink = replace(ink, size_px=smaller, picture_px=ink.picture_px * smaller / size)
        size = smaller
        made = document(text, ink, width_px, centred=centred)
    return made


def drawn(painter: QPainter, made: QTextDocument, x: float, y: float) -> None:
    """Draw a document with its upper left corner at a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(x, y)
    made.documentLayout().draw(painter, QAbstractTextDocumentLayout.PaintContext())
    painter.restore()


class _Setter:
    """Puts one block of text after another into a document."""

    def __init__(self, made: QTextDocument, ink: Ink) -> None:
        self._made = made
        self._cursor = QTextCursor(made)
        self._ink = ink
        self._first = True

    def set_block(self, block: TextBlock) -> None:
        match block:
            case Paragraph(spans):
                self._start(QTextBlockFormat())
                self._insert(spans)
            case ItemList():
                self._set_list(block)
            case Table():
                self._set_table(block)
            case Quote(paragraphs):
                for spans in paragraphs:
                    self._start(self._quote_format())
                    self._insert(spans, italic=True)
            case Picture():
                self._set_picture(block)
            case Chart(alt=alt):  # drawn on slides; anywhere else its words are said
                self._start(QTextBlockFormat())
                self._insert((Span(alt),), color=self._ink.muted)

    def _set_picture(self, picture: Picture) -> None:
        shown = self._image(picture)
        self._start(QTextBlockFormat(), 122 if shown is None else 100)
        if shown is None:
            self._insert((Span(picture.alt),), color=self._ink.muted)
            return
        shape = QTextImageFormat()
        shape.setName(picture.path)
        shape.setWidth(shown.width() / SHARPER)
        shape.setHeight(shown.height() / SHARPER)
        self._made.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(picture.path), shown)
        self._cursor.insertImage(shape)

    def _image(self, picture: Picture) -> QImage | None:
        pictures = self._ink.pictures
        if pictures is None:
            return None
        return pictures.image(picture.path, self._made.textWidth() * SHARPER, self._ink.picture_px * SHARPER)

    def _start(self, block_format: QTextBlockFormat, line_percent: float = 122) -> None:
        block_format.setLineHeight(line_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._first:
            self._cursor.setBlockFormat(block_format)
        else:
            block_format.setTopMargin(self._ink.size_px * self._ink.space)
            self._cursor.insertBlock(block_format, QTextCharFormat())
        marker = QTextCharFormat()
        marker.setForeground(self._ink.accent)
        self._cursor.setBlockCharFormat(marker)
        self._first = False

    def _quote_format(self) -> QTextBlockFormat:
        quote = QTextBlockFormat()
        quote.setLeftMargin(self._ink.size_px * 0.9)
        return quote

    def _set_list(self, items: ItemList) -> None:
        lists = {}
        for item in items.items:
            self._start(QTextBlockFormat())
            if item.level not in lists:
                style = QTextListFormat()
                ordered, round_, dash = (
                    QTextListFormat.Style.ListDecimal,
                    QTextListFormat.Style.ListDisc,
                    QTextListFormat.Style.ListCircle,
                )
                style.setStyle(ordered if items.ordered and item.level == 0 else dash if item.level else round_)
                style.setIndent(item.level + 1)
                lists[item.level] = self._cursor.createList(style)
            else:
                lists[item.level].add(self._cursor.block())
            self._insert(item.spans)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _set_table(self, table: Table) -> None:
        self._start(QTextBlockFormat())
        shape = QTextTableFormat()
        shape.setCellPadding(self._ink.size_px * 0.3)
        shape.setCellSpacing(0)
        shape.setBorder(1)
        shape.setBorderBrush(self._ink.muted)
        shape.setBorderCollapse(True)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        drawn = self._cursor.insertTable(1 + len(table.rows), len(table.header), shape)
        for row, cells in enumerate((table.header, *table.rows)):
            for column, spans in enumerate(cells):
                self._cursor = drawn.cellAt(row, column).firstCursorPosition()
                self._insert(spans, bold=row == 0)
        self._cursor = drawn.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _insert(self, spans: Spans, *, bold: bool = False, italic: bool = False, color: QColor | None = None) -> None:
        for span in spans:
            style = QTextCharFormat()
            style.setForeground(color or self._colour_of(span))
            if bold or span.strong:
                style.setFontWeight(QFont.Weight.Bold)
            style.setFontItalic(italic or span.emphasis)
            self._cursor.insertText(span.text, style)

    def _colour_of(self, span: Span) -> QColor:
        if span.href:
            return self._ink.accent
        return self._ink.strong if span.strong and self._ink.strong is not None else self._ink.text
