package io.confluent.ksql.tools.datagen.generate;

import java.util.List;
import java.util.Random;

/** A part of a regular expression. */
sealed interface RegexNode {
  /** Appends a text that this part matches. */
  void write(StringBuilder text, Random random);

  /** Upper bound of the characters and steps that writing takes; {@code Long.MAX_VALUE} at most. */
  long cost();

  /** One of some characters. */
  record One(CharSet characters) implements RegexNode {
    @Override
    public void write(StringBuilder text, Random random) {
      text.appendCodePoint(characters.next(random));
    }

    @Override
    public long cost() {
      return 1;
    }
  }

  /** One part after the other. */
  record Sequence(List<RegexNode> parts) implements RegexNode {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public void write(StringBuilder text, Random random) {
      for (RegexNode part : parts) {
        part.write(text, random);
      }
    }

    @Override
    public long cost() {
      long sum = 1;
      for (RegexNode part : parts) {
        long next = part.cost();
        sum = sum > Long.MAX_VALUE - next ? Long.MAX_VALUE : sum + next;
      }
      return sum;
    }
  }

  /** One of several parts, each as often as the others. */
  record Choice(List<RegexNode> parts) implements RegexNode {
    public Choice {
      parts = List.copyOf(parts);
    }

    @Override
    public void write(StringBuilder text, Random random) {
      parts.get(random.nextInt(parts.size())).write(text, random);
    }

    @Override
    public long cost() {
      return parts.stream().mapToLong(RegexNode::cost).max().orElse(1);
    }
  }

  /** A part, several times. */
  record Repeat(RegexNode part, int min, int max) implements RegexNode {
    @Override
    public void write(StringBuilder text, Random random) {
      int times = min == max ? min : min + random.nextInt(max - min + 1);
      for (int i = 0; i < times; i++) {
        part.write(text, random);
      }
    }

    @Override
    public long cost() {
      long one = part.cost();
      return max > 0 && one > Long.MAX_VALUE / max ? Long.MAX_VALUE : Math.max(1, one * max);
    }
  }
}
