"""A headless Chromium, driven over its debugging pipe (Chrome DevTools Protocol): no package is needed for it."""

import base64
import contextlib
import itertools
import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
"""The browser of this machine; None where it has none."""

_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions",
    "--disable-background-networking", "--disable-dev-shm-usage", "--remote-debugging-pipe",
)  # fmt: skip
_PATIENCE = 60


class Page:
    """A page of the browser, and what it complained about and asked the network for."""

    def __init__(self, sending, receiving):
        self._sending, self._receiving = sending, receiving
        self._numbers = itertools.count(1)
        self._rest = b""
        self._session = None
        self.complaints = []
        self.requests = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._call(f"{domain}.enable")

    def size(self, width, height, *, dark=False, media=""):
        """Set the size of the window in CSS pixels, whether it is dark, and the medium it is shown on."""
        self._call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self._call("Emulation.setEmulatedMedia", media=media, features=features)

    def without_script(self):
        """Run no script of the pages to come."""
        self._call("Emulation.setScriptExecutionDisabled", value=True)

    def open(self, path):
        """Open a file and wait until it is loaded; its fragment may stand behind it."""
        address, _, fragment = str(path).partition("#")
        self._loaded = False
        self._call("Page.navigate", url=Path(address).as_uri() + (f"#{fragment}" if fragment else ""))
        while not self._loaded:
            self._take()

    def do(self, script):
        """Return what an expression of JavaScript gives in the page."""
        found = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def press(self, key):
        """Press and release a key, such as Tab, Escape or a letter."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27}
        text = {"Enter": "\r", "Tab": "", "Escape": ""}.get(key, key)
        own = {"key": key, "windowsVirtualKeyCode": codes.get(key, ord(key[0].upper()))}
        self._call("Input.dispatchKeyEvent", type="keyDown", text=text, **own)
        self._call("Input.dispatchKeyEvent", type="keyUp", **own)

    def type(self, words):
        """Type words where the focus is."""
        for sign in words:
            self.press(sign)

    def picture(self, path):
        """Write what the window shows as a PNG."""
        data = self._call("Page.captureScreenshot", format="png")["data"]
        Path(path).write_bytes(base64.b64decode(data))

    def printed(self):
        """Return the page as it would be printed: a PDF."""
        return base64.b64decode(self._call("Page.printToPDF", preferCSSPageSize=True)["data"])

    def _call(self, method, **parameters):
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._sending, json.dumps(message).encode() + b"\0")
        while (answer := self._take()).get("id") != number:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def _take(self):
        """Return the next message of the browser, and keep what it says of the page."""
        ends = time.monotonic() + _PATIENCE
        while b"\0" not in self._rest:
            assert select.select([self._receiving], [], [], max(0, ends - time.monotonic()))[0], "the browser is silent"
            chunk = os.read(self._receiving, 1 << 20)
            assert chunk, "the browser has ended"
            self._rest += chunk
        text, _, self._rest = self._rest.partition(b"\0")
        message = json.loads(text)
        method, said = message.get("method"), message.get("params", {})
        if method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(said["exceptionDetails"])
        elif method == "Runtime.consoleAPICalled" and said["type"] in ("error", "warning", "assert"):
            self.complaints.append(said["args"])
        elif method == "Log.entryAdded" and said["entry"]["level"] in ("error", "warning"):
            self.complaints.append(said["entry"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(said["request"]["url"])
        return message


@contextlib.contextmanager
def browsing(folder):
    """Open a page in a browser of its own, whose profile is kept in a folder, for as long as the block lasts."""
    to_browser, sending = os.pipe()
    receiving, from_browser = os.pipe()
    # The browser reads from descriptor 3 and writes to 4.
    script = f'exec 3<&{to_browser} 4>&{from_browser}; exec "$0" "$@"'
    words = [CHROMIUM, *_FLAGS, f"--user-data-dir={folder}", "about:blank"]
    with subprocess.Popen(
        ["bash", "-c", script, *words],
        pass_fds=(to_browser, from_browser),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder)},
    ) as process:
        os.close(to_browser)
        os.close(from_browser)
        try:
            yield Page(sending, receiving)
        finally:
            os.close(sending)
            process.terminate()
            process.wait(30)
            os.close(receiving)
