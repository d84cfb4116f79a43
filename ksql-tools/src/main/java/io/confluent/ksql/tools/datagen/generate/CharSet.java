package io.confluent.ksql.tools.datagen.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Characters to choose from.
 *
 * @param ranges of code points, none empty; what is in several is chosen the more often
 */
record CharSet(List<Span> ranges) {
  static final CharSet DIGITS = of('0', '9');
  static final CharSet WORD = of('a', 'z').or(of('A', 'Z')).or(DIGITS).or(of('_', '_'));
  static final CharSet BLANK = of(' ', ' ');
  private static final int FIRST_PRINTABLE = ' ';
  private static final int LAST_PRINTABLE = '~';
  static final CharSet PRINTABLE = of(FIRST_PRINTABLE, LAST_PRINTABLE);

  CharSet {
    ranges = List.copyOf(ranges);
  }

  /**
   * Code points from the first to the last.
   *
   * @param first the first
   * @param last the last, which is one of them
   */
  record Span(int first, int last) {
    int size() {
      return last - first + 1;
    }
  }

  static CharSet of(int first, int last) {
    return new CharSet(List.of(new Span(first, last)));
  }

  CharSet or(CharSet other) {
    List<Span> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    return new CharSet(all);
  }

  /** The printable characters of ASCII that are not in this set; possibly none. */
  CharSet complement() {
    List<Span> others = new ArrayList<>();
    for (int c = FIRST_PRINTABLE; c <= LAST_PRINTABLE; c++) {
      if (!contains(c)) {
        others.add(new Span(c, c));
      }
    }
    return new CharSet(others);
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  private boolean contains(int codePoint) {
    return ranges.stream().anyMatch(span -> span.first() <= codePoint && codePoint <= span.last());
  }

  int next(Random random) {
    int index = random.nextInt(ranges.stream().mapToInt(Span::size).sum());
    int range = 0;
    while (index >= ranges.get(range).size()) {
      index -= ranges.get(range).size();
      range++;
    }
    return ranges.get(range).first() + index;
  }
}
