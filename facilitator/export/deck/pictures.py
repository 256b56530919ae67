"""Pictures of a pack, made safe for a deck: inside the folder, of sane size, without what cameras write into them."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.text import Picture
from facilitator.foundation.findings import Finding, Severity
from facilitator.foundation.limits import PICTURE_BYTES, PICTURE_PIXELS, PICTURE_STORED_SIDE_PIXELS
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PIL import Image

    from facilitator.export.deck.slides import SlideSpec

LEAST_PIXELS_PER_INCH = 96
EMU_PER_INCH = 914400


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """One picture as it goes into the package."""

    name: str
    data: bytes
    width_px: int
    height_px: int

    def inside(self, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        """Give the largest place inside a box that keeps the picture's shape and does not blur it, centred."""
        x, y, width, height = box
        sharp = EMU_PER_INCH / LEAST_PIXELS_PER_INCH
        scale = min(width / self.width_px, height / self.height_px, sharp)
        wide, high = round(self.width_px * scale), round(self.height_px * scale)
        return x + (width - wide) // 2, y + (height - high) // 2, wide, high


def read_pictures(
    slides: Iterable[SlideSpec], folder: Path | None
) -> tuple[dict[str, StoredPicture], tuple[Finding, ...]]:
    """Read every picture the slides show, once each; what cannot be read becomes a finding."""
    found: dict[str, StoredPicture] = {}
    findings: list[Finding] = []
    for spec in slides:
        for block in spec.body:
            if isinstance(block, Picture) and block.path not in found:
                stored = _stored(block.path, folder)
                if stored is None:
                    findings.append(_finding(block.path, spec))
                else:
                    found[block.path] = stored
    return found, tuple(findings)


def _stored(path: str, folder: Path | None) -> StoredPicture | None:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 -- most decks have no picture

    if folder is None:
        return None
    file = (folder / path).resolve()
    if not file.is_relative_to(folder.resolve()) or not file.is_file() or file.stat().st_size > PICTURE_BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > PICTURE_PIXELS:
                    return None
                return _encoded(picture)
    except (OSError, ValueError, UnidentifiedImageError, Image.DecompressionBombError, Warning):
        return None


def _encoded(picture: Image.Image) -> StoredPicture:
    """Write the picture anew, so that place, camera and owner stay behind."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    is_photo = picture.format == "JPEG"
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((PICTURE_STORED_SIDE_PIXELS, PICTURE_STORED_SIDE_PIXELS))
    bare = Image.new(upright.mode, upright.size)
    if upright.mode == "P":
        bare.putpalette(upright.getpalette() or [])
    bare.paste(upright)
    buffer = io.BytesIO()
    if is_photo:
        bare.convert("RGB").save(buffer, "JPEG", quality=88)
    else:
        bare.convert("RGBA" if "A" in bare.mode else "RGB").save(buffer, "PNG")
    data = buffer.getvalue()
    name = f"{hashlib.sha256(data).hexdigest()[:20]}.{'jpg' if is_photo else 'png'}"
    return StoredPicture(name, data, *bare.size)


def _finding(path: str, spec: SlideSpec) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="deck.picture-missing",
        message=_("The picture of the slide “{title}” cannot be shown: {path}.").format(title=spec.title, path=path),
        way_out=_("Put a PNG or JPEG file of that name into the pack."),
        subject=spec.block_id,
    )
