"""One kept connection to a server under measurement, without what a client library would do of its own."""

import re
import socket

from servers import Failure


class Connection:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), 60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, request):
        self.socket.sendall(request)

    def receive(self):
        """(head, body) of one answer whose length stands in its head, or that has no body."""
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._more()
        head, _, body = received.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
        bodiless = head.startswith(b"HTTP/1.1 304")
        while length and not bodiless and len(body) < int(length.group(1)):
            body += self._more()
        return head, body

    def _more(self):
        more = self.socket.recv(65536)
        if not more:
            raise Failure("the server closed a connection that was to be kept")
        return more

    def close(self):
        self.socket.close()
