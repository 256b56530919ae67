"""The sample file that ships."""

from __future__ import annotations

import itertools

from facilitator.foundation.resources import shipped
from facilitator.workshop.sample import read_sample


def test_that_the_shipped_sample_names_a_programme_a_brief_and_people() -> None:
    sample = read_sample(shipped("assets") / "sample" / "workshop.toml")
    assert sample.programme_id == sample.brief.programme_id != ""
    assert sample.brief.client
    assert sample.brief.date is not None
    assert sample.brief.head_count() > 0


def test_that_the_samples_people_get_fresh_ids_and_the_clients_name() -> None:
    sample = read_sample(shipped("assets") / "sample" / "workshop.toml")
    numbers = itertools.count(1)
    people = sample.persons(lambda: f"p{next(numbers)}")
    assert len({person.id for person in people}) == len(people) == len(sample.people) > 0
    assert {person.organisation for person in people} == {sample.brief.client}
    assert all(person.full_name() for person in people)
