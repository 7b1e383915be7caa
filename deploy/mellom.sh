#!/bin/sh
# «mellom» on a server, as the service runs it: its user, its folder, its settings. Install it as
# /usr/local/bin/mellom. Files that a command reads or writes are named from /var/lib/mellom.
exec sudo -u mellom sh -c \
  'cd /var/lib/mellom && umask 077 && exec /opt/mellom/.venv/bin/mellom "$@"' mellom "$@"
