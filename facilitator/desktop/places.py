"""Which places there are, and how each is made when it is first gone to; the imports wait until then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from facilitator.desktop.place import Desk, Place, PlaceId

PlaceFactory: TypeAlias = Callable[[Desk], Place]


def _brief(desk: Desk) -> Place:
    from facilitator.desktop.brief.place import BriefPlace  # noqa: PLC0415 -- built when first gone to

    return BriefPlace(desk)


def _agenda(desk: Desk) -> Place:
    from facilitator.desktop.agenda.place import AgendaPlace  # noqa: PLC0415

    return AgendaPlace(desk)


def _people(desk: Desk) -> Place:
    from facilitator.desktop.people.place import PeoplePlace  # noqa: PLC0415

    return PeoplePlace(desk)


def _live(desk: Desk) -> Place:
    from facilitator.desktop.live.place import LivePlace  # noqa: PLC0415

    return LivePlace(desk)


def _papers(desk: Desk) -> Place:
    from facilitator.desktop.papers.place import PapersPlace  # noqa: PLC0415

    return PapersPlace(desk)


def _settings(desk: Desk) -> Place:
    from facilitator.desktop.settings.place import SettingsPlace  # noqa: PLC0415

    return SettingsPlace(desk)


PLACES: Mapping[PlaceId, PlaceFactory] = MappingProxyType(
    {
        PlaceId.BRIEF: _brief,
        PlaceId.AGENDA: _agenda,
        PlaceId.PEOPLE: _people,
        PlaceId.LIVE: _live,
        PlaceId.PAPERS: _papers,
        PlaceId.SETTINGS: _settings,
    }
)
