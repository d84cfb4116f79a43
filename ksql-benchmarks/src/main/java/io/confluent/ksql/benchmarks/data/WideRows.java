package io.confluent.ksql.benchmarks.data;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON of 60 columns, numbers, amounts and words in turn, of which a query needs few. */
public final class WideRows implements Rows {
  /** How many columns there are. */
  public static final int WIDTH = 60;

  @Override
  public byte[] key(long number) {
    return null;
  }

  @Override
  public byte[] value(long number) {
    StringBuilder text = new StringBuilder(1200).append('{');
    for (int i = 1; i <= WIDTH; i++) {
      text.append(i == 1 ? "" : ",").append("\"C").append(i).append("\":");
      switch (i % 3) {
        case 0 -> text.append(Readings.amount(number + i));
        case 1 -> text.append(number + i);
        default -> text.append("\"word-").append((number + i) % 997).append('"');
      }
    }
    return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The columns of the stream. */
  public static String columns() {
    return IntStream.rangeClosed(1, WIDTH)
        .mapToObj(i -> "c" + i + " " + type(i))
        .collect(Collectors.joining(", "));
  }

  private static String type(int column) {
    return switch (column % 3) {
      case 0 -> "DOUBLE";
      case 1 -> "BIGINT";
      default -> "VARCHAR";
    };
  }
}
