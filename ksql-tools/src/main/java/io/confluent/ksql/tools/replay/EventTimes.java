package io.confluent.ksql.tools.replay;

import java.util.OptionalLong;

/** The times that the messages of a replay carry. */
@FunctionalInterface
interface EventTimes {
  /** Time of the message at a zero-based index, ms since the epoch; empty for when it is sent. */
  OptionalLong at(long index);
}
