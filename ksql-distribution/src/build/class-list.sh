#!/usr/bin/env bash
#
# Lists the classes that a server and the terminal load, by running both, and makes the archive of them that
# the launchers of this tree start with. Beside the list, in start.list, are the names of those from jars that a
# server has loaded when it takes statements, in that order. Called by the build:
#
#   class-list.sh FILE
#
# Starts are slower without an archive but otherwise the same, so a build goes on where none can be made. Nothing
# is done while there is one of the same jars.
home=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../../.." && pwd -P) || exit 1
list=$1
for variable in "${!KSQL_@}"; do
  unset "$variable"
done
start_list=${list%/*}/start.list
[ -e "$start_list" ] && "$home/bin/ksql-run-class" --has-class-archive && exit
work=$(mktemp -d) || exit 1
server=

finish() {
  [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
  rm -rf -- "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

give_up() {
  printf 'No archive of loaded classes: %s. Servers start without one.\n' "$1" >&2
  : >>"$list"
  : >>"$start_list"
  exit 0
}

# The statements of a session; a free port is found by trying.
use() {
  KSQL_CLASS_LIST=$work/cli.list "$home/bin/ksql" --execute "
    SET 'auto.offset.reset' = 'earliest';
    CREATE STREAM s (id VARCHAR KEY, input VARCHAR) WITH (KAFKA_TOPIC='s', VALUE_FORMAT='JSON', PARTITIONS=1);
    CREATE STREAM d AS SELECT id, ANOMALY(input) AS a, UCASE(input) AS u FROM s WHERE LEN(input) > 0;
    CREATE TABLE t AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;
    INSERT INTO s (id, input) VALUES ('a', '1#2');
    SELECT * FROM s EMIT CHANGES LIMIT 1;
    SELECT * FROM t WHERE id = 'a';
    SHOW QUERIES; DESCRIBE d EXTENDED; PRINT 's' FROM BEGINNING LIMIT 1;
    " "http://127.0.0.1:$1"
}

# The banner names the address once statements are taken.
is_ready() {
  grep -q "http://.*:$((8088 + base))" "$work/out"
}

start() {
  base=$((10000 + RANDOM % 30000))
  KSQL_LOG_DIR=$work/logs KSQL_CLASS_LIST=$work/server.list "$home/bin/ksql-server-start" \
    --port-base "$base" --data-dir "$work/data-$base" >"$work/out" 2>&1 </dev/null &
  server=$!
  local i
  for ((i = 0; i < 600; i++)); do
    is_ready && return
    kill -0 "$server" 2>/dev/null || return
    sleep 0.2
  done
}

for attempt in 1 2 3; do
  start
  is_ready && break
done
is_ready || give_up "the server did not start: $(tail -n 3 "$work/out")"
cp "$work/server.list" "$work/start.list"
use $((8088 + base)) >"$work/used" 2>&1 || give_up "the session failed: $(tail -n 3 "$work/used")"
kill "$server" && wait "$server"
server=
# The last line may not be complete; lines with @ are of lambdas.
sed '$d' "$work/start.list" |
  awk '!/^@/ && !/^(java|jdk|sun|com\/sun)\// && !/\$Proxy/ { gsub("/", ".", $1); print $1 }' >"$start_list"
# Classes of other loaders cannot be archived; Java says so for each.
awk '!seen[$0]++' "$work/server.list" "$work/cli.list" >"$list"
"$home/bin/ksql-run-class" --make-class-archive || give_up "Java could not make one"
