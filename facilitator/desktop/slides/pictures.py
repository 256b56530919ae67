"""Pictures of the packs by their relative path: from inside the packs' folders only, of sane size, read once."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from facilitator.foundation.limits import PICTURE_BYTES, PICTURE_PIXELS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FORMATS = {".png": b"png", ".jpg": b"jpeg", ".jpeg": b"jpeg"}
KEPT_SIDE_PX = 1920  # as wide as a projector; larger ones are made smaller while they are read
KEPT_WHOLE = 12
KEPT_SCALED = 48
REFUSED_CHARACTERS = frozenset("\\:\0")
_Key = TypeVar("_Key")


class Pictures:
    """Finds a picture in the first folder that has it; whatever is wrong with it, there is just no picture.

    Args:
        folders: gives the folders of the packs, asked anew each time, so that it may wait for a library to be read.
    """

    def __init__(self, folders: Callable[[], Sequence[Path]]) -> None:
        self._folders = folders
        self._whole: OrderedDict[tuple[Path, int], QImage] = OrderedDict()
        self._scaled: OrderedDict[tuple[int, int, int], QImage] = OrderedDict()

    def size(self, path: str) -> QSize | None:
        """Give how many pixels a picture has, None without the picture."""
        image = self._image(path)
        return None if image is None else image.size()

    def image(self, path: str, width_px: float, height_px: float) -> QImage | None:
        """Give a picture made to fit into a box without losing its shape, None without the picture."""
        whole = self._image(path)
        if whole is None:
            return None
        size = whole.size().scaled(
            max(1, round(width_px)), max(1, round(height_px)), Qt.AspectRatioMode.KeepAspectRatio
        )
        key = (whole.cacheKey(), size.width(), size.height())
        return _kept(self._scaled, key, lambda: _fitting(whole, size), KEPT_SCALED)

    def _image(self, path: str) -> QImage | None:
        file = self._file(path)
        if file is None:
            return None
        key = (file, file.stat().st_mtime_ns)
        image = _kept(self._whole, key, lambda: _read(file), KEPT_WHOLE)
        return None if image.isNull() else image

    def _file(self, path: str) -> Path | None:
        if not is_safe(path):
            return None
        for folder in self._folders():
            file = (folder / path).resolve()
            if not file.is_relative_to(folder.resolve()) or not file.is_file():
                continue
            return file if file.stat().st_size <= PICTURE_BYTES else None
        return None


def is_safe(path: str) -> bool:
    """Tell whether a path stays inside a pack by its words alone: relative, no way up, no drive, host or scheme."""
    pure = PurePosixPath(path)
    if not path or pure.is_absolute() or ".." in pure.parts or REFUSED_CHARACTERS & set(path):
        return False
    return pure.suffix.lower() in FORMATS


def _read(file: Path) -> QImage:
    """Give the picture, upright; an empty one for what is no picture or too large a one."""
    reader = QImageReader(str(file), FORMATS[file.suffix.lower()])
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > PICTURE_PIXELS:
        return QImage()
    if max(size.width(), size.height()) > KEPT_SIDE_PX:
        reader.setScaledSize(size.scaled(KEPT_SIDE_PX, KEPT_SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _fitting(whole: QImage, size: QSize) -> QImage:
    return whole.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _kept(kept: OrderedDict[_Key, QImage], key: _Key, make: Callable[[], QImage], most: int) -> QImage:
    """Give what is kept under a key, made when it is not; what was not asked for longest goes."""
    if key not in kept:
        kept[key] = make()
        if len(kept) > most:
            kept.popitem(last=False)
    kept.move_to_end(key)
    return kept[key]
