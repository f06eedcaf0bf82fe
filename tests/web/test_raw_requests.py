"""What no browser sends: answered or refused by the real server, and the next request works."""

import socket
from collections.abc import Iterator

import pytest

from benchmarks.live import Server, serving

END = b"Connection: close\r\n\r\n"
PLAIN = b"application/x-www-form-urlencoded"
PARTS = b"multipart/form-data; boundary=b"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("raw")) as started:
        yield started


def sent(server: Server, request: bytes) -> bytes:
    """Send bytes and return the answer; it ends with the connection."""
    request = request.replace(b"{host}", b"Host: 127.0.0.1:%d\r\n" % server.port)
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        answer = b""
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it has answered and does not want the rest
        try:
            while part := connection.recv(65_536):
                answer += part
        except ConnectionResetError:
            pass
    return answer


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def posted(kind: bytes, body: bytes) -> bytes:
    head = b"POST /start/blank HTTP/1.1\r\n{host}Content-Type: %b\r\nContent-Length: %d\r\n"
    return head.replace(b"%b", kind).replace(b"%d", b"%d" % len(body)) + END + body


HOSTS = (
    b"",
    b"Host: evil.example\r\n",
    b"Host: evil.example\r\n{host}",
    b"{host}Host: evil.example\r\n",
    b"Host: 127.0.0.1@evil.example\r\n",
    b"Host: evil.example#127.0.0.1\r\n",
    b"Host: 127.0.0.1.evil.example\r\n",
    b"Host: localhost.\r\n",
    b"Host: 0.0.0.0\r\n",
    b"Host: [::]\r\n",
    b"Host: 2130706433\r\n",
    b"Host: 127.1\r\n",
    b"Host: 127.0.0.1 evil.example\r\n",
)


@pytest.mark.parametrize("host", HOSTS)
def test_a_foreign_or_doubled_host_gets_no_page(server: Server, host: bytes) -> None:
    answer = sent(server, b"GET / HTTP/1.1\r\n" + host + END)
    assert status(answer) == 400
    assert b"<form" not in answer


@pytest.mark.parametrize(
    "extra",
    [
        b"X-Forwarded-Host: evil.example\r\n",
        b"Forwarded: host=evil.example;for=8.8.8.8\r\n",
        b"X-Original-URL: /healthz\r\nX-Rewrite-URL: /healthz\r\n",
        b"X-Forwarded-Prefix: //evil.example\r\nX-Script-Name: //evil.example\r\n",
    ],
)
def test_headers_of_a_proxy_change_nothing(server: Server, extra: bytes) -> None:
    answer = sent(server, b"GET / HTTP/1.1\r\n{host}" + extra + END)
    assert status(answer) == 200
    assert b"<form" in answer
    assert b"evil.example" not in answer


PATHS = (
    b"/static/../settings.py",
    b"/static/%2e%2e/settings.py",
    b"/static/..%2fsettings.py",
    b"/static/..%5csettings.py",
    b"/static/....//settings.py",
    b"/static/\x00",
    b"/static/site.css%00.py",
    b"//evil.example/%2f..",
    b"/\\evil.example",
    b"/cases/%0d%0aSet-Cookie:%20a=b/review",
    b"/cases/x/files/..%2f..",
    b"/" + b"a" * 8_000,
    b"/%ff%fe",
    b"/;/..;/healthz",
)


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out_of_the_program(server: Server, path: bytes) -> None:
    answer = sent(server, b"GET " + path + b" HTTP/1.1\r\n{host}" + END)
    head = answer.partition(b"\r\n\r\n")[0].lower()
    assert status(answer) in (308, 400, 404)
    assert b"location: //" not in head
    assert b"evil.example" not in head
    assert b"set-cookie: a=b" not in head
    assert b"dataclass" not in answer


REFUSED = {
    "bytes outside a path": b"GET /\xe3\x81\x82 HTTP/1.1\r\n{host}" + END,
    "a bare line break in a header": b"GET / HTTP/1.1\r\n{host}X: a\nSet-Cookie: b\r\n" + END,
    "two lengths": b"POST / HTTP/1.1\r\n{host}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
    "a negative length": b"POST / HTTP/1.1\r\n{host}Content-Length: -4\r\n\r\nabcde",
    "a length with a sign": b"POST / HTTP/1.1\r\n{host}Content-Length: +4\r\n\r\nabcde",
    "more than there can be": b"POST / HTTP/1.1\r\n{host}Content-Length: 99999999999\r\n\r\na",
    "an unknown coding": b"POST / HTTP/1.1\r\n{host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "a second request in the body": b"POST / HTTP/1.1\r\n{host}Content-Length: 4\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n",
    "a long header": b"GET / HTTP/1.1\r\n{host}X: " + b"a" * 100_000 + b"\r\n" + END,
    "many headers": b"GET / HTTP/1.1\r\n{host}" + b"X: a\r\n" * 20_000 + END,
    "many languages": b"GET / HTTP/1.1\r\n{host}Accept-Language: " + b"a-b;q=0.1," * 9_000 + END,
    "many ranges": b"GET /static/site.css HTTP/1.1\r\n{host}Range: bytes="
    + b"0-1," * 9_000
    + b"0-1\r\n"
    + END,
    "another method": b"TRACE / HTTP/1.1\r\n{host}" + END,
    "a proxy's method": b"CONNECT evil.example:80 HTTP/1.1\r\n{host}" + END,
    "separators alone": posted(PLAIN, b"&" * 2_000_000),
    "a million fields": posted(PLAIN, b"a&" * 1_000_000),
    "a plain form of eleven megabytes": posted(PLAIN, b"a=" + b"%" * 11_000_000),
    "a hundred thousand parts": posted(
        PARTS, b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n' * 100_000 + b"--b--"
    ),
    "separators of parts alone": posted(PARTS, b"--b" * 3_000_000),
    "line breaks alone": posted(PARTS, b"\r\n" * 5_000_000),
    "headers of a part without end": posted(PARTS, b"--b\r\n" + b"A: b\r\n" * 1_000_000),
    "parameters of a part": posted(
        PARTS, b"--b\r\nContent-Disposition: form-data; " + b'a*0="x"; ' * 500_000 + b"\r\n\r\nx"
    ),
    "a boundary of half a header": posted(
        b"multipart/form-data; boundary=" + b"-" * 30_000, b"-" * 5_000_000
    ),
    "lists in lists": posted(b"application/json", b"[" * 5_000_000),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_browser_sends_is_refused_and_the_next_request_works(
    server: Server, what: str
) -> None:
    answer = sent(server, REFUSED[what])
    assert status(answer) in (400, 403, 404, 405, 413, 416, 431, 501)
    assert answer.count(b"HTTP/1.") <= 1 or b'"ok"' not in answer
    assert b"Traceback" not in answer
    assert status(sent(server, b"GET /healthz HTTP/1.1\r\n{host}" + END)) == 200


def test_visitors_who_send_nothing_or_slowly_shut_nobody_out(server: Server) -> None:
    address = ("127.0.0.1", server.port)
    idle = [socket.create_connection(address) for _ in range(150)]
    slow = [socket.create_connection(address) for _ in range(50)]
    try:
        for one in slow:
            one.sendall(
                b"POST /start/blank HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n"
            )
        for _ in range(10):
            assert status(sent(server, b"GET / HTTP/1.1\r\n{host}" + END)) == 200
    finally:
        for one in (*idle, *slow):
            one.close()


@pytest.mark.parametrize("cookie", [b".eJw" * 5_000, b".eJzLSM3JyQcABiwCFQ.x.y", b'"\\"; a="'])
def test_a_cookie_that_is_not_ours_is_no_cookie(server: Server, cookie: bytes) -> None:
    head = b"GET / HTTP/1.1\r\n{host}Cookie: kaizen_plan=" + cookie + b"\r\n"
    assert status(sent(server, head + END)) == 200
