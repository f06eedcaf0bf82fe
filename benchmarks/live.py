"""A real server in a process of its own, and visitors who type into it, for measuring."""

import http.client
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bootstrap.serve import listen

ROOT = Path(__file__).resolve().parent.parent
_HIDDEN = re.compile(r'<input type="hidden" name="(csrf_token|stamp|revision)" value="([^"]*)"')


class Server:
    """The program as a person starts it, on a folder and a port of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        self.port = port
        environment = {**os.environ, "KAIZEN_DATA": str(folder), "PYTHONUTF8": "1"}
        command = [sys.executable, "app.py", "--no-browser", "--port", str(port)]
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
        )
        while not self._answers():
            if self.process.poll() is not None:
                raise RuntimeError("the server ended before its first answer")
            time.sleep(0.005)
        self.seconds_to_start = time.perf_counter() - begun

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """End it politely."""
        self.process.terminate()
        self.process.wait(20)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


class Visitor:
    """One browser: a connection, a session, and the token and mark of the step it has open."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self._cookies: dict[str, str] = {}
        self._hidden: dict[str, str] = {}

    def get(self, path: str) -> str:
        """Return a page and keep what its form needs to be sent."""
        page = self._ask("GET", path, None, {})
        self._hidden = dict(_HIDDEN.findall(page))
        return page

    def autosave(self, path: str, **words: str) -> None:
        """Save a step as the page's script does; returns once the server says it is stored."""
        hidden = {name: text for name, text in self._hidden.items() if name != "csrf_token"}
        body = json.dumps(list({**words, **hidden, "autosave": "1"}.items())).encode()
        headers = {
            "Content-Type": "application/json",
            "X-CSRFToken": self._hidden.get("csrf_token", ""),
        }
        answer = json.loads(self._ask("POST", path, body, headers))
        self._hidden |= {"stamp": answer["stamp"], "revision": str(answer["revision"])}

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> str:
        cookie = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        self._connection.request(method, path, body, {**headers, "Cookie": cookie})
        answer = self._connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = line.partition("=")
            self._cookies[name] = rest.partition(";")[0]
        text = answer.read().decode()
        if answer.status != 200:
            raise RuntimeError(f"{method} answered {answer.status}")
        return text


def free_port() -> int:
    """Return a port that nobody listens to."""
    with listen(0) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Give a server that is stopped when the block ends."""
    server = Server(folder, free_port())
    try:
        yield server
    finally:
        server.stop()
