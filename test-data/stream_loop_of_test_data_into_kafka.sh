#!/usr/bin/env bash
# Sends the messages of ecg_discord_test.msgs to Kafka, over and over, until stopped with Ctrl-C.
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
if ! producer=$(command -v kcat || command -v kafkacat); then
  echo "Neither kcat nor kafkacat is installed (Debian: apt install kafkacat)." >&2
  exit 2
fi

directory=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
file=$directory/ecg_discord_test.msgs
pause=$(awk -v rate="$rate" 'BEGIN { printf "%.6f", 1 / rate }')

messages() {
  while true; do
    while IFS= read -r line; do
      printf '%s\n' "$line"
      sleep "$pause"
    done < "$file"
  done
}

echo "Sending $file to topic $topic at $broker, $rate messages a second at most; Ctrl-C stops."
messages | "$producer" -P -b "$broker" -t "$topic"
