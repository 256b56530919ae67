from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.cli.paper_files import chosen_papers, edition_for
from facilitator.curriculum.audience import AudienceLayer, Profile
from facilitator.export.papers import papers
from facilitator.workshop.model import AudienceShare

if TYPE_CHECKING:
    from command_bench import Sample

    from facilitator.curriculum.library import Library


def test_that_papers_come_once_each_and_in_the_order_of_the_app() -> None:
    assert [paper.id for paper in chosen_papers(["attendance", "deck", "attendance"])] == ["deck", "attendance"]


def test_that_no_choice_is_every_paper() -> None:
    assert [paper.id for paper in chosen_papers([])] == [paper.id for paper in papers()]


@pytest.mark.parametrize(
    ("layer", "field"),
    [(AudienceLayer.FUNCTION, "function"), (AudienceLayer.SECTOR, "sectors"), (AudienceLayer.OVERLAY, "overlays")],
)
def test_that_an_audience_of_the_library_is_told_to_by_its_layer(
    layer: AudienceLayer, field: str, sample: Sample, library: Library
) -> None:
    audience = next(one for one in library.audiences if one.layer is layer and one.id != "executives")
    edition = edition_for(audience.id, sample.workshop, library)
    assert edition is not None
    assert edition.profile.in_order_of_choice() == (audience.id, "default")
    assert audience.id in getattr(edition.profile, field)
    assert edition.name == (audience.short or audience.name)


def test_that_the_brief_knows_better_who_an_audience_is(sample: Sample, library: Library) -> None:
    legal = Profile("legal", sectors=("finance-sector",))
    brief = replace(sample.workshop.brief, audiences=(AudienceShare(legal, 5),))
    edition = edition_for("legal", replace(sample.workshop, brief=brief), library)
    assert edition is not None
    assert edition.profile == legal


def test_that_an_audience_of_a_pack_that_is_gone_is_known_from_the_brief(sample: Sample, library: Library) -> None:
    brief = replace(sample.workshop.brief, audiences=(AudienceShare(Profile("beekeepers"), 5),))
    edition = edition_for("beekeepers", replace(sample.workshop, brief=brief), library)
    assert edition is not None
    assert edition.name == "beekeepers"


def test_that_without_a_choice_it_is_for_the_whole_room(sample: Sample, library: Library) -> None:
    assert edition_for("", sample.workshop, library) is None
