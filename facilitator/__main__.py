"""Start Facilitator: the window without a command, the command line with one."""

from __future__ import annotations

import sys

from facilitator.cli import main

if __name__ == "__main__":
    sys.exit(main())
