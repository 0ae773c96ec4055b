"""Frames of ECMA-323 annex J over TCP, TLS and WebSocket (RFC 6455), with Python's standard library alone."""

import base64
import hashlib
import os
import socket
import ssl
import struct

LONGEST_FRAME = 65535
HEADER = struct.Struct(">2sH4s")  # version, length of the whole frame, invoke ID


class StreamEnded(Exception):
    """The server ended the connection."""


def make_frame(invoke, xml, version=b"\0\0"):
    content = xml.encode("utf-8")
    length = HEADER.size + len(content)
    if length > LONGEST_FRAME:
        raise ValueError("a message of %d bytes does not fit into a frame" % len(content))
    return HEADER.pack(version, length, invoke.encode("ascii")) + content


def take_apart(frame):
    """(invoke ID, XML) of one whole frame."""
    _, length, invoke = HEADER.unpack_from(frame)
    if length != len(frame):
        raise ValueError("the length field says %d, the frame has %d bytes" % (length, len(frame)))
    return invoke.decode("ascii"), frame[HEADER.size:].decode("utf-8")


def tls_context(trusted):
    context = ssl.create_default_context(cafile=trusted)
    if trusted is None:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def connect_socket(host, port, encrypted, trusted, timeout):
    plain = socket.create_connection((host, port), timeout)
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if not encrypted:
        return plain
    return tls_context(trusted).wrap_socket(plain, server_hostname=host)


class SocketReader:
    """Exact numbers of bytes from a socket."""

    def __init__(self, connected):
        self.socket = connected
        self.kept = b""

    def exactly(self, size):
        while len(self.kept) < size:
            self.more()
        taken, self.kept = self.kept[:size], self.kept[size:]
        return taken

    def until(self, mark):
        while mark not in self.kept:
            self.more()
        end = self.kept.index(mark) + len(mark)
        taken, self.kept = self.kept[:end], self.kept[end:]
        return taken

    def more(self):
        bytes_read = self.socket.recv(65536)
        if not bytes_read:
            raise StreamEnded("the server ended the stream")
        self.kept += bytes_read


class FrameStream:
    """Frames straight on TCP or TLS. `piece`: bytes of one send, so that frames are cut anywhere."""

    def __init__(self, host, port, encrypted, trusted=None, timeout=10.0, piece=None):
        self.socket = connect_socket(host, port, encrypted, trusted, timeout)
        self.reader = SocketReader(self.socket)
        self.piece = piece

    def send(self, data):
        step = self.piece or len(data)
        for at in range(0, len(data), step):
            self.socket.sendall(data[at:at + step])

    def receive(self):
        header = self.reader.exactly(HEADER.size)
        _, length, _ = HEADER.unpack(header)
        return header + self.reader.exactly(length - HEADER.size)

    def close(self):
        self.socket.close()


class WebSocketStream:
    """One frame in each binary message of a secure WebSocket; the least of RFC 6455 that a client needs."""

    SUBPROTOCOL = "csta-xml-annexj"
    CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
    MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

    def __init__(self, host, port, trusted=None, timeout=10.0):
        self.socket = connect_socket(host, port, True, trusted, timeout)
        self.reader = SocketReader(self.socket)
        self.upgrade(host, port)

    def upgrade(self, host, port):
        key = base64.b64encode(os.urandom(16)).decode("ascii")
        request = ["GET / HTTP/1.1", "Host: %s:%d" % (host, port), "Upgrade: websocket", "Connection: Upgrade",
                   "Sec-WebSocket-Key: " + key, "Sec-WebSocket-Version: 13",
                   "Sec-WebSocket-Protocol: " + self.SUBPROTOCOL, "", ""]
        self.socket.sendall("\r\n".join(request).encode("ascii"))
        lines = self.reader.until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        if " 101 " not in lines[0]:
            raise StreamEnded("the upgrade was answered: " + lines[0])
        headers = {name.strip().lower(): value.strip()
                   for name, _, value in (line.partition(":") for line in lines[1:])}
        expected = base64.b64encode(hashlib.sha1((key + self.MAGIC).encode("ascii")).digest()).decode("ascii")
        if headers.get("sec-websocket-accept") != expected:
            raise StreamEnded("Sec-WebSocket-Accept is wrong")
        if headers.get("sec-websocket-protocol") != self.SUBPROTOCOL:
            raise StreamEnded("the server does not speak " + self.SUBPROTOCOL)

    def send(self, data):
        self.send_message(self.BINARY, data)

    def send_message(self, opcode, data):
        if len(data) < 126:
            length = struct.pack(">B", 0x80 | len(data))
        elif len(data) < 65536:
            length = struct.pack(">BH", 0x80 | 126, len(data))
        else:
            length = struct.pack(">BQ", 0x80 | 127, len(data))
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(data))
        self.socket.sendall(bytes([0x80 | opcode]) + length + mask + masked)

    def receive(self):
        message = b""
        while True:
            final, opcode, data = self.receive_part()
            if opcode == self.PING:
                self.send_message(self.PONG, data)
            elif opcode == self.CLOSE:
                raise StreamEnded("the server closed with %d %s" % (
                    struct.unpack(">H", data[:2])[0] if len(data) >= 2 else 1005, data[2:].decode("utf-8")))
            elif opcode != self.PONG:
                message += data
                if final:
                    return message

    def receive_part(self):
        first, second = self.reader.exactly(2)
        length = second & 0x7F
        if length == 126:
            length, = struct.unpack(">H", self.reader.exactly(2))
        elif length == 127:
            length, = struct.unpack(">Q", self.reader.exactly(8))
        return bool(first & 0x80), first & 0x0F, self.reader.exactly(length)

    def close(self):
        try:
            self.send_message(self.CLOSE, struct.pack(">H", 1000))
        except OSError:
            pass
        self.socket.close()


def connect(form, host, port, trusted=None, timeout=10.0, piece=None):
    """form: tcp, tls or ws."""
    if form == "ws":
        return WebSocketStream(host, port, trusted, timeout)
    return FrameStream(host, port, form == "tls", trusted, timeout, piece)
