"""Measure the budgets: ``python3 dev.py bench``. Status 1 when one is not kept."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench import budgets
from tests.bench.rows import Row, table


def main(wanted: tuple[str, ...]) -> int:
    """Measure every budget whose name holds one of the words, all of them without words."""
    rows: list[Row] = []
    for measure in budgets.ALL:
        if wanted and not any(word in measure.__name__ for word in wanted):
            continue
        print(f"measuring {measure.__name__.replace('_', ' ')} …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            rows.extend(measure(Path(folder)))
    print(table(rows))
    return 0 if all(row.holds() for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
