package io.confluent.ksql.tools.replay;

import java.util.Arrays;

/** What becomes the key of a message. */
public enum RecordKey {
  /** Nothing: messages go to all partitions. */
  NONE {
    @Override
    byte[] of(byte[] message) {
      return null;
    }
  },
  /** The bytes before the first comma, or all if there is none. They stay in the message. */
  FIRST_FIELD {
    @Override
    byte[] of(byte[] message) {
      int end = 0;
      while (end < message.length && message[end] != ',') {
        end++;
      }
      return Arrays.copyOf(message, end);
    }
  };

  abstract byte[] of(byte[] message);
}
