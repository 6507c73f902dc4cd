"""HTTP/1.1 with as little work as possible: keep-alive, one request at a time on a connection, bodies with a length.

The bench and the bot without a framework both stand on it, so it uses nothing but the standard library.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any

Handler = Callable[["Asked", str, bytes, bytes], None]
"""Called with the request, its path, its head and its body; answers now or later with `Asked.answer`."""


def split(buffer: bytearray) -> tuple[bytes, bytes] | None:
    """Take one whole message out of the buffer: (head, body), or None while there is none."""
    end = buffer.find(b"\r\n\r\n")
    if end < 0:
        return None
    head = bytes(buffer[:end]).lower()
    at = head.find(b"\r\ncontent-length:")
    length = int(head[at + 17 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
    if len(buffer) < end + 4 + length:
        return None
    whole = bytes(buffer[: end + 4 + length])
    del buffer[: end + 4 + length]
    return whole[:end], whole[end + 4 :]


class Asked(asyncio.Protocol):
    """One connection of a server."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler
        self.buffer = bytearray()
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (message := split(self.buffer)) is not None:
            head, body = message
            self.handler(self, head.split(b" ", 2)[1].decode(), head, body)

    def answer(self, body: bytes = b"", status: bytes = b"200 OK") -> None:
        """Answer the request with JSON, or with nothing."""
        head = b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(body))
        if not self.transport.is_closing():
            self.transport.write(head + body)


async def serve(handler: Handler, port: int = 0) -> tuple[asyncio.Server, int]:
    """Listen on this machine; return the server and its port."""
    server = await asyncio.get_running_loop().create_server(lambda: Asked(handler), "127.0.0.1", port, backlog=1024)
    return server, server.sockets[0].getsockname()[1]


class _Asking(asyncio.Protocol):
    """One connection of a client."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.buffer = bytearray()
        self.waiting: asyncio.Future[bytes] | None = None
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        message = split(self.buffer)
        if message is None or self.waiting is None:
            return
        waiting, self.waiting = self.waiting, None
        self.client.idle.append(self)
        if not waiting.done():
            waiting.set_result(message[1])

    def connection_lost(self, exc: Exception | None) -> None:
        if self in self.client.idle:
            self.client.idle.remove(self)
        if self.waiting is not None and not self.waiting.done():
            self.waiting.set_exception(exc or ConnectionResetError())


class Client:
    """Posts to one server over as many connections as are needed at once, up to a limit; who waits, waits in order."""

    def __init__(self, host: str, port: int, *, headers: str = "", limit: int = 10_000) -> None:
        self.host, self.port = host, port
        self.room = asyncio.Semaphore(limit)
        self.headers = f"Host: {host}:{port}\r\nContent-Type: application/json\r\n{headers}".encode()
        self.idle: deque[_Asking] = deque()

    async def post(self, path: str, body: bytes) -> bytes:
        """Send one request and return the body of the response; OSError when the connection breaks."""
        async with self.room:
            return await self._post(path, body)

    async def _post(self, path: str, body: bytes) -> bytes:
        loop = asyncio.get_running_loop()
        if self.idle:
            connection = self.idle.pop()
        else:
            _, connection = await loop.create_connection(lambda: _Asking(self), self.host, self.port)
        connection.waiting = loop.create_future()
        head = b"POST %b HTTP/1.1\r\n%bContent-Length: %d\r\n\r\n" % (path.encode(), self.headers, len(body))
        connection.transport.write(head + body)
        return await connection.waiting

    def close(self) -> None:
        """Close the connections that are not in use."""
        for connection in tuple(self.idle):
            connection.transport.close()
