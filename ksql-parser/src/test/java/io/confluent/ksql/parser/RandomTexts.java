package io.confluent.ksql.parser;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.Literal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Names, texts and constants of any kind that a statement can hold. */
class RandomTexts {
  private static final String CHARACTERS =
      "aZ09_@ '\"`;-*/\\\n\t${}.,()[]<>=\u00e9\u201c\uD83D\uDE00\u0000\uD83D";

  final Random random;

  RandomTexts(Random random) {
    this.random = random;
  }

  boolean chance() {
    return random.nextBoolean();
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  <T> Optional<T> maybe(Supplier<T> value) {
    return chance() ? Optional.of(value.get()) : Optional.empty();
  }

  <T> List<T> some(int least, int most, Supplier<T> value) {
    List<T> list = new ArrayList<>();
    int size = least + random.nextInt(most - least + 1);
    for (int i = 0; i < size; i++) {
      list.add(value.get());
    }
    return list;
  }

  /** Any text. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  String notEmpty() {
    return "x".repeat(random.nextInt(2)) + one(List.of("a", "B", "-")) + text();
  }

  /** Any name: a plain one, a keyword, or one that must be quoted. */
  Identifier name() {
    return switch (random.nextInt(3)) {
      case 0 -> identifier(one(List.of("A", "B1", "_C", "VALUE", "COUNT")));
      case 1 -> identifier(one(Keywords.all()));
      default -> identifier(notEmpty());
    };
  }

  /** A name that a stream, a table or an alias can have. */
  Identifier source() {
    return chance()
        ? identifier(one(List.of("S", "T_1", "s", "my-Stream", "1", "-", "_")))
        : identifier(one(Keywords.all()));
  }

  Identifier topic() {
    return identifier(notEmpty());
  }

  Identifier variable() {
    return identifier(one(List.of("a", "A", "_x@1", "select", "FROM", "aB")));
  }

  static Identifier identifier(String text) {
    return new Identifier(text, Span.NONE, false);
  }

  Duration duration() {
    return Duration.ofMillis(
        one(
            List.of(
                0L, 1L, 999L, 1000L, 60_000L, 61_000L, 7_200_000L, 86_400_000L, Long.MAX_VALUE)));
  }

  int count() {
    return one(List.of(0, 1, 42, Integer.MAX_VALUE));
  }

  Literal literal() {
    return new Literal(Span.NONE, value());
  }

  private Object value() {
    return switch (random.nextInt(7)) {
      case 0 -> null;
      case 1 -> chance();
      case 2 -> one(List.of(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case 3 -> one(List.of(Long.MIN_VALUE, Long.MAX_VALUE, 2147483648L, -2147483649L));
      case 4 -> new BigDecimal(new BigInteger(70, random), random.nextInt(30)).multiply(sign());
      case 5 -> finite(Double.longBitsToDouble(random.nextLong()));
      default -> text();
    };
  }

  private BigDecimal sign() {
    return chance() ? BigDecimal.ONE : BigDecimal.ONE.negate();
  }

  private double finite(double number) {
    return Double.isFinite(number) && chance()
        ? number
        : one(List.of(0.0, -0.0, 1.0, Double.MIN_VALUE));
  }
}
