package io.confluent.ksql.tests.planning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes up records for the sources of {@link RandomScript} that are written as text. */
final class RandomRows {
  private static final List<String> NUMBERS =
      List.of("0", "1", "-1", "null", "2147483647", "-2147483648", "7", "1.5", "\"3\"");
  private static final List<String> TEXTS =
      List.of("\"\"", "\"a\"", "null", "\"2021-02-30\"", "\"1,2\"", "\"\uD83D\uDE00\"", "\"{}\"");
  private static final List<String> BROKEN = List.of("", "{", "[]", "17", "\"x\"", "\u0000");

  private final Random random;

  RandomRows(Random random) {
    this.random = random;
  }

  /** A key as the format KAFKA has it for INT, with a window's start behind it for w1. */
  byte[] key(String topic) {
    if (random.nextInt(10) == 0) {
      return null;
    }
    ByteBuffer key = ByteBuffer.allocate(topic.equals("w1") ? 12 : 4).putInt(random.nextInt(3));
    return topic.equals("w1") ? key.putLong(60_000).array() : key.array();
  }

  /** A value; empty for topics that this makes none for. */
  Optional<byte[]> value(String topic) {
    if (random.nextInt(12) == 0) {
      return Optional.of(one(BROKEN).getBytes(StandardCharsets.UTF_8));
    }
    return switch (topic) {
      case "s1" -> Optional.of(wide().getBytes(StandardCharsets.UTF_8));
      case "s3" -> Optional.of("1,x,2.5".getBytes(StandardCharsets.UTF_8));
      case "t1", "w1" -> Optional.of(narrow().getBytes(StandardCharsets.UTF_8));
      default -> Optional.empty();
    };
  }

  private String narrow() {
    return "{\"I\":"
        + one(NUMBERS)
        + ",\"B\":"
        + one(NUMBERS)
        + ",\"T\":"
        + one(TEXTS)
        + ",\"A\":[1,null]}";
  }

  private String wide() {
    return "{\"I\":"
        + one(NUMBERS)
        + ",\"B\":"
        + one(NUMBERS)
        + ",\"D\":"
        + one(NUMBERS)
        + ",\"T\":"
        + one(TEXTS)
        + ",\"F\":"
        + one(List.of("true", "false", "null"))
        + ",\"DEC\":"
        + one(List.of("1.10", "null", "-9999.99"))
        + ",\"Y\":"
        + one(List.of("\"AP8=\"", "null", "\"\""))
        + ",\"DT\":"
        + one(List.of("18000", "null", "-1"))
        + ",\"TM\":"
        + one(List.of("36000000", "null"))
        + ",\"TS\":"
        + one(List.of("0", "null", "1600000000000", "-62135596800000"))
        + ",\"A\":"
        + one(List.of("[]", "null", "[1,null,3]"))
        + ",\"M\":"
        + one(List.of("{}", "null", "{\"a\":1,\"b\":null}"))
        + ",\"O\":"
        + one(List.of("{\"X\":1,\"Z\":{\"W\":\"w\"}}", "null", "{\"Z\":null}"))
        + "}";
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
