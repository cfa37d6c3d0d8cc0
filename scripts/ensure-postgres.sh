#!/bin/sh
# usage: ensure-postgres.sh
# Finds PostgreSQL for the tests of the store, or installs it where that can be done. Never fails:
# the tests say that they did not run, or fail where VARIORUM_TEST_POSTGRES is set.
command -v initdb >/dev/null 2>&1 && exit 0
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing PostgreSQL for the tests of the store"
    if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends postgresql; } >/dev/null 2>&1
    then exit 0; fi
fi
echo "No PostgreSQL could be installed: its tests will not run. Install postgresql to run them."
exit 0
