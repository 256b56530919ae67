"""One app at a time: a second start hands its wish to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from facilitator.foundation.folders import Folders

WAIT_MS = 800
LONGEST_WISH = 4096


def hand_over(folders: Folders, wish: str) -> bool:
    """Give a wish to the app that runs already; tells whether there is one that took it."""
    socket = QLocalSocket()
    socket.connectToServer(_name_for(folders))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(wish.encode("utf-8")[:LONGEST_WISH] + b"\n")
    socket.flush()
    taken = socket.bytesToWrite() == 0 or socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return taken


class SingleInstance(QObject):
    """Listens for later starts of the same user on the same data.

    Signals:
        wished: what a later start was given on its command line, "" for nothing; the window should come up.
    """

    wished = Signal(str)

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name_for(folders)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self) -> bool:
        """Be the one from now on; what a crashed app left behind is cleared away."""
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            # A wish is one short line that was sent with the connection: waiting for it takes no time worth naming
            if socket.canReadLine() or socket.waitForReadyRead(WAIT_MS):
                wish = bytes(socket.readLine(LONGEST_WISH + 1).data()).decode("utf-8", "replace").rstrip("\n")
                self.wished.emit(wish)
            socket.close()


def _name_for(folders: Folders) -> str:
    owner = f"{getpass.getuser()}:{folders.data}"
    return "facilitator-" + hashlib.sha256(owner.encode("utf-8")).hexdigest()[:16]
