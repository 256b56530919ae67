"""The log of what happened: a small set of files, and bugs in it without what they were about."""

from __future__ import annotations

import logging
import logging.handlers
from typing import TYPE_CHECKING

from facilitator.foundation.folders import made
from facilitator.foundation.limits import LOG_FILE_BYTES, LOG_FILES

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

LOG_FILE = "facilitator.log"


def log_handler(logs: Path) -> logging.Handler:
    """Give a handler that writes into the log folder, which is made.

    Raises:
        OSError: the folder may not be made or written.
    """
    handler = logging.handlers.RotatingFileHandler(
        made(logs) / LOG_FILE, maxBytes=LOG_FILE_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler


def log_bug(log: logging.Logger, kind: type[BaseException], traceback: TracebackType | None) -> None:
    """Log where a bug is: its kind and the lines of code.

    An exception's text can hold what people typed, so it is left out, and so are those it came from.
    """
    log.error("a bug: %s", kind.__name__, exc_info=(RuntimeError, RuntimeError(kind.__name__), traceback))
