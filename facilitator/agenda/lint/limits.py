"""Where the agenda checks draw their lines. Defaults of the product; what evidence supports is their direction."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The thresholds of all rules, by rule; a value at its threshold is still in order.

    Units: minutes where a name says so, shares from 0 to 1, people.
    """

    # AL01
    stretch_minutes: int = 90
    comfortable_stretch_minutes: int = 75
    # AL02
    break_minutes: int = 10
    long_day_minutes: int = 180
    break_share: float = 0.08
    # AL03
    meal_minutes: int = 45
    day_without_meal_minutes: int = 300
    day_over_noon_minutes: int = 240
    noon_from: int = 720
    noon_until: int = 810
    # AL04
    passive_run_minutes: int = 20
    longest_passive_run_minutes: int = 30
    # AL05 and AL06
    active_share: float = 0.5
    least_active_share: float = 0.35
    exercise_ratio: float = 1.0
    # AL07
    opening_share: float = 0.12
    # AL09
    dip_minutes: int = 60
    dip_passive_run_minutes: int = 10
    dip_exercise_within_minutes: int = 20
    dip_from: int = 780
    dip_until: int = 900
    # AL10
    debriefed_exercise_minutes: int = 10
    debrief_minutes: int = 5
    debrief_share: float = 0.25
    # AL11
    buffered_day_minutes: int = 120
    buffer_share: float = 0.05
    much_buffer_share: float = 0.15
    # AL12
    largest_group: int = 8
    talk_group: tuple[int, int] = (2, 3)
    problem_group: tuple[int, int] = (3, 5)
    simulation_group: tuple[int, int] = (5, 8)
    # AL13
    people_per_facilitator: int = 24
    most_people_per_facilitator: int = 36
    # AL14
    engagement_minutes: int = 50
    # AL16
    mixed_disciplines: int = 4
    # AL19
    transfer_total_minutes: int = 120
    # AL20
    recap_minutes: int = 5


DEFAULT_LIMITS = Limits()
