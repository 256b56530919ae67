"""A bug on the command line: one sentence for the user, the place in the code for the log."""

from __future__ import annotations

import contextlib
import logging
import sys

from facilitator.foundation.folders import Folders, find_folders
from facilitator.foundation.log_files import LOG_FILE, log_bug, log_handler
from facilitator.foundation.words import _

log = logging.getLogger(__name__)


def tell_bug(bug: BaseException) -> None:
    """Log where a bug is and say in one sentence that there is one; nothing it was about is told."""
    folders = find_folders()
    words = _("Something went wrong that should not have; the place in the code is in {log}.")
    if not _is_logged(bug, folders):
        words = _("Something went wrong that should not have, and the log {log} cannot be written.")
    print(words.format(log=folders.logs / LOG_FILE), file=sys.stderr)


def _is_logged(bug: BaseException, folders: Folders) -> bool:
    try:
        handler = log_handler(folders.logs)
    except OSError:
        return False
    with contextlib.closing(handler):
        log.addHandler(handler)
        try:
            log_bug(log, type(bug), bug.__traceback__)
        finally:
            log.removeHandler(handler)
    return (folders.logs / LOG_FILE).is_file()
