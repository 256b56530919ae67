"""How a room falls into groups, and whether the groups suit their task."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.agenda.lint.flow import Piece
    from facilitator.agenda.lint.limits import Limits
    from facilitator.curriculum.pack import CheckRoles
    from facilitator.curriculum.unit import Unit

_USUAL_SIZES = {"pairs": 2, "trios": 3}


def group_size(piece: Piece, unit: Unit | None) -> int:
    """Give how many work together in a step; 0 when it is not written down."""
    size = piece.group_size or _USUAL_SIZES.get(piece.grouping, 0)
    if size or unit is None or piece.grouping not in {"groups", "tables"}:
        return size
    return unit.group_size


def sizes_for_task(piece: Piece, unit: Unit | None, limits: Limits, roles: CheckRoles) -> tuple[int, int] | None:
    """Give the smallest and largest group for what a step asks of people; None when all work as one, or alone.

    Pairs and trios talk, tables solve a problem, and groups play through a simulation where the unit is one;
    what other groups do is not known, so that only a group of one or a crowd is wrong for them.
    """
    match piece.grouping:
        case "pairs" | "trios":
            return limits.talk_group
        case "tables":
            return limits.problem_group
        case "groups":
            is_simulation = unit is not None and unit.track in roles.simulation_tracks
            return limits.simulation_group if is_simulation else (2, limits.largest_group)
    return None


def even_groups(people: int, groups: int) -> tuple[int, ...]:
    """Share people out over groups as evenly as can be, larger groups first."""
    size, more = divmod(people, groups)
    return (size + 1,) * more + (size,) * (groups - more)


def groups_of(people: int, size: int) -> tuple[int, ...]:
    """Share people out over as few groups as there can be of at most a size: 23 by 4 is 4, 4, 4, 4, 4, 3."""
    return even_groups(people, -(-people // size)) if people > 0 else ()


def resized(people: int, size: int, bounds: tuple[int, int]) -> tuple[int, ...]:
    """Give the groups nearest to a wanted size that are all within bounds; () when there are none."""
    low, high = bounds
    counts = range(max(1, -(-people // high)), people // low + 1)
    if not counts:
        return ()
    best = min(counts, key=lambda count: abs(people / count - size))
    return even_groups(people, best)
