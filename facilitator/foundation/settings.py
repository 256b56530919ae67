"""Settings: what the user chose for this computer, kept as TOML and checked on reading."""

from __future__ import annotations

import contextlib
import logging
import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import tomli_w

from facilitator.foundation.atomic import write_atomically
from facilitator.foundation.folders import made
from facilitator.foundation.limits import NAME_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERSION = 1
TEXT_PERCENTS = (90, 100, 115, 130, 150)
_log = logging.getLogger(__name__)


class Appearance(StrEnum):
    """Which theme is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose.

    Attributes:
        text_percent: size of the app's own text, one of :data:`TEXT_PERCENTS`.
        audience_dark: the projector view on a dark ground.
        sounds: whether the end of a timed part is heard.
        trainer: the name new workshops begin with.
    """

    appearance: Appearance = Appearance.SYSTEM
    text_percent: int = 100
    audience_dark: bool = True
    sounds: bool = False
    trainer: str = ""


class SettingsFile:
    """Reads and writes the settings file; keys it does not know are kept.

    A file that cannot be read counts as empty and is set aside under another name, so that nothing typed by hand
    is lost; a value that does not fit counts as the default.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Settings:
        """Give the settings, the defaults where there are none."""
        return _checked(self._plain())

    def write(self, settings: Settings) -> None:
        """Keep the settings.

        Raises:
            WriteError: the file could not be written; the old one is unchanged.
        """
        made(self._path.parent)
        unknown = {key: value for key, value in self._plain().items() if key not in _FIELDS}
        known = {name: getattr(settings, name) for name in _FIELDS}
        known["appearance"] = settings.appearance.value
        version = max(VERSION, _whole(unknown.pop("version", VERSION), VERSION))
        write_atomically(self._path, tomli_w.dumps({"version": version, **known, **unknown}))

    def _plain(self) -> Mapping[str, Any]:
        try:
            return tomllib.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError:
            _log.warning("the settings file cannot be opened; the defaults are used")
            return {}
        except ValueError:
            _log.warning("the settings file cannot be understood; it is set aside and the defaults are used")
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_name(self._path.name + ".broken"))
            return {}


_FIELDS = tuple(field.name for field in fields(Settings))


def _checked(plain: Mapping[str, Any]) -> Settings:
    usual = Settings()
    appearance = plain.get("appearance")
    trainer = plain.get("trainer")
    percent = _whole(plain.get("text_percent"), usual.text_percent)
    return Settings(
        appearance=Appearance(appearance) if appearance in list(Appearance) else usual.appearance,
        text_percent=percent if percent in TEXT_PERCENTS else usual.text_percent,
        audience_dark=_claim(plain.get("audience_dark"), usual.audience_dark),
        sounds=_claim(plain.get("sounds"), usual.sounds),
        trainer=trainer[:NAME_CHARACTERS] if isinstance(trainer, str) else usual.trainer,
    )


def _whole(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def _claim(value: object, otherwise: bool) -> bool:
    return value if isinstance(value, bool) else otherwise
