#!/usr/bin/env bash
# Sends the messages of ecg_discord_test.msgs to Kafka, over and over, until stopped with Ctrl-C:
# with kcat (kafkacat) if it is installed, else with bin/ksql-replay.
#
# BROKER  where to (default localhost:9092)
# TOPIC   which topic (default HealthSensorInputTopic)
# RATE    messages a second, at most (default 10)
set -euo pipefail

broker=${BROKER:-localhost:9092}
topic=${TOPIC:-HealthSensorInputTopic}
rate=${RATE:-10}

if ! [[ $rate =~ ^[1-9][0-9]*$ ]]; then
  echo "RATE must be a whole number of at least 1, not '$rate'." >&2
  exit 2
fi
directory=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
file=$directory/ecg_discord_test.msgs
say_what_is_done() {
  echo "Sending $file to topic $topic at $broker, $rate messages a second at most; Ctrl-C stops."
}

if ! producer=$(command -v kcat || command -v kafkacat); then
  replay=$directory/../bin/ksql-replay
  if [[ -x $replay ]]; then
    say_what_is_done
    exec "$replay" "$file" --topic "$topic" --bootstrap-server "$broker" --rate "$rate" --loop
  fi
  echo "Neither kcat nor kafkacat is installed (Debian: apt install kafkacat), and there is no $replay." >&2
  exit 2
fi

pause=$(awk -v rate="$rate" 'BEGIN { printf "%.6f", 1 / rate }')

messages() {
  while true; do
    while IFS= read -r line; do
      printf '%s\n' "$line"
      sleep "$pause"
    done < "$file"
  done
}

say_what_is_done
messages | "$producer" -P -b "$broker" -t "$topic"
