"""JupyterLab on a copy of the notebooks, and a Chromium of the machine to look at it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
SETTINGS = {
    "notebook-extension/tracker": {"windowingMode": "none"},  # else only what is in view is drawn
    "apputils-extension/notification": {"fetchNews": "false"},  # else it asks whether to, over the notebook
}
SECONDS_TO_START = 90


@pytest.fixture(scope="session")
def chromium():
    found = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *NAMES))), None)
    if not found:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium), so no notebook was looked at")
    return found


@pytest.fixture(scope="session")
def lab(chromium, tmp_path_factory):
    """Serve copies of the notebooks, so that what is run here is saved nowhere; give the address of the folder."""
    home = tmp_path_factory.mktemp("lab")
    shutil.copytree(PROJECT / "notebooks", home / "notebooks")
    for name, said in SETTINGS.items():
        settings = home / f"settings/@jupyterlab/{name}.jupyterlab-settings"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps(said), encoding="utf-8")
    port = free_port()
    log = (home / "log").open("w", encoding="utf-8")
    server = subprocess.Popen(
        [
            sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--ServerApp.root_dir={home}",
            "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
            "--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True", "--LabApp.expose_app_in_browser=True",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.news_url=",
        ],
        stdout=log,
        stderr=subprocess.STDOUT,
        env={
            **os.environ,
            "JUPYTER_CONFIG_DIR": str(home / "config"),
            "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
            "IPYTHONDIR": str(home / "ipython"),
            "ISNAD_FIGURES": str(home / "figures"),
        },
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/api/status", server, home / "log")
        yield f"http://127.0.0.1:{port}/lab/tree/notebooks"
    finally:
        server.terminate()
        server.wait(20)
        log.close()


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser):
    """Open an empty page; what it asks of other machines is refused, and fails the test."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    asked, errors = [], []

    def only_here(route):
        if route.request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context.route("**/*", only_here)
    opened = context.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.set_default_timeout(90_000)
    yield opened
    context.close()
    assert asked == []
    assert errors == []


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def wait_for(address, server, log):
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    pytest.fail(f"JupyterLab does not answer:\n{log.read_text('utf-8')[-2000:]}")
