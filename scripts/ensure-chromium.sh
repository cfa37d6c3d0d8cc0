#!/bin/sh
# usage: ensure-chromium.sh PYTHON
# Finds a Chromium for the browser tests, or installs one where that can be done; otherwise says why
# the browser tests will not run. Never fails: the tests themselves report what was skipped.
python=$1
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
"$python" -c '
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    sys.exit(not pathlib.Path(p.chromium.executable_path).exists())
' >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium for the browser tests"
    if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends chromium \
            fonts-noto-core fonts-dejavu-core fonts-liberation fonts-urw-base35; } >/dev/null 2>&1
    then exit 0; fi
fi
timeout 300 "$python" -m playwright install chromium >/dev/null 2>&1 ||
    echo "No Chromium could be installed: the browser tests will be skipped. Install chromium to run them."
exit 0
