package io.confluent.ksql.ml;

import io.confluent.ksql.function.KsqlFunctionException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads a list of numbers from text, each exactly as {@link Double#parseDouble} would.
 *
 * <ul>
 *   <li>Numbers are separated by {@code #}, {@code ,}, {@code ;} or blanks (space, tab, line ends),
 *       in any mixture; blanks around a separator mean nothing. One separator may end the list.
 *   <li>A list may stand in square brackets; then, as in JSON, commas separate and none ends it.
 *   <li>A number is decimal: sign, digits, point, exponent. {@code +1}, {@code .5}, {@code 5.} and
 *       {@code 1e3} are numbers; NaN, Infinity, hexadecimal, type suffixes, digits of other scripts
 *       and numbers beyond the range of a double are not.
 *   <li>An empty text is a list of no numbers; two separators in a row, or a first one, are an
 *       error.
 * </ul>
 *
 * <p>Keeps its position in fields: one for each thread.
 */
public final class NumberListParser {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  // The five bytes d.dd# as a little-endian word, and which of its bits must match how.
  private static final long PATTERN = 0x23_30_30_2E_30L;
  private static final long DIGIT_HIGH_NIBBLES = 0x00_F0_F0_00_F0L;
  private static final long EXACT = 0xFF_00_00_FF_00L;
  private static final long SIX_TO_DIGITS = 0x00_06_06_00_06L;
  private static final int NUMBER_LENGTH = 5;
  private static final double[] HUNDREDTHS = new double[1000];

  private static final int MAX_EXACT_DIGITS = 15;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  static {
    for (int i = 0; i < HUNDREDTHS.length; i++) {
      HUNDREDTHS[i] = i / 100.0;
    }
  }

  private byte[] text = {};
  private int start;
  private int position;
  private int end;

  /**
   * Reads all of a text in UTF-8.
   *
   * @param from index of its first byte
   * @param to index after its last byte
   * @param into receives the numbers; those it has no room for are read and counted only
   * @return how many numbers there are
   * @throws KsqlFunctionException if the text is no list of numbers; positions in its message count
   *     characters of the text from 1
   */
  public int parse(byte[] utf8, int from, int to, double[] into) {
    text = utf8;
    start = from;
    position = from;
    end = to;
    skipBlanks();
    return position < end && text[position] == '[' ? bracketed(into) : plain(into);
  }

  private int plain(double[] into) {
    int found = 0;
    while (true) {
      found = hundredths(into, found);
      skipBlanks();
      if (position >= end) {
        return found;
      }
      double number = number();
      skipSeparator();
      if (found < into.length) {
        into[found] = number;
      }
      found++;
    }
  }

  private int bracketed(double[] into) {
    position++;
    skipBlanks();
    int found = 0;
    boolean more = position >= end || text[position] != ']';
    while (more) {
      double number = number();
      if (found < into.length) {
        into[found] = number;
      }
      found++;
      skipBlanks();
      more = position < end && text[position] == ',';
      if (more) {
        position++;
        skipBlanks();
      }
    }
    if (position >= end) {
      throw new KsqlFunctionException("the list ends without its bracket ]");
    }
    if (text[position] != ']') {
      throw new KsqlFunctionException("',' or ']' is missing at position " + place(position));
    }
    position++;
    skipBlanks();
    if (position < end) {
      throw new KsqlFunctionException(
          "'" + excerpt(position) + "' at position " + place(position) + " is behind the list");
    }
    return found;
  }

  /**
   * Reads numbers of the form {@code d.dd#}, the usual case, with a blank before each or none,
   * until something else follows or there is no more room.
   *
   * @return how many numbers there are now
   */
  private int hundredths(double[] into, int from) {
    int found = from;
    int before;
    do {
      before = found;
      found = hundredths(into, found, Byte.SIZE);
      found = hundredths(into, found, 0);
    } while (found > before);
    return found;
  }

  /**
   * The same with as many bits of blanks before each number, eight bytes at a time. The place of a
   * number does not depend on what was read before it, so that a processor reads several at once.
   * Works on variables: fields would be written to memory with every number.
   */
  private int hundredths(double[] into, int from, int blank) {
    byte[] bytes = text;
    int length = NUMBER_LENGTH + blank / Byte.SIZE;
    long pattern = blank == 0 ? PATTERN : PATTERN << blank | ' ';
    long exact = blank == 0 ? EXACT : EXACT << blank | 0xFF;
    long digits = DIGIT_HIGH_NIBBLES << blank;
    long six = SIX_TO_DIGITS << blank;
    int last = end - Long.BYTES;
    int at = position;
    int found = from;
    while (at <= last && found < into.length) {
      long bits = (long) LONGS.get(bytes, at) ^ pattern;
      if ((bits & (digits | exact) | bits + six & digits) != 0) {
        break;
      }
      at += length;
      long number = bits >>> blank;
      int hundreds = (int) (number & 0xF);
      int tens = (int) (number >>> 16 & 0xF);
      int ones = (int) (number >>> 24 & 0xF);
      into[found++] = HUNDREDTHS[hundreds * 100 + tens * 10 + ones];
    }
    position = at;
    return found;
  }

  private double number() {
    int first = position;
    int at = first;
    boolean negative = at < end && text[at] == '-';
    if (negative || at < end && text[at] == '+') {
      at++;
    }
    long mantissa = 0;
    int digits = 0;
    int significant = 0;
    int point = -1;
    for (; at < end; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        if (digit != 0 || significant > 0) {
          significant++;
        }
        mantissa = significant <= MAX_EXACT_DIGITS ? mantissa * 10 + digit : mantissa;
      } else if (text[at] == '.' && point < 0) {
        point = digits;
      } else {
        break;
      }
    }
    int decimals = point < 0 ? 0 : digits - point;
    boolean exact = significant <= MAX_EXACT_DIGITS && decimals < POWERS_OF_TEN.length;
    if (digits > 0 && at < end && (text[at] == 'e' || text[at] == 'E')) {
      at = afterExponent(at);
      exact = false;
    }
    if (digits == 0 || at < end && !isBlank(text[at]) && !endsNumber(text[at])) {
      throw notANumber(first);
    }
    position = at;
    if (exact) {
      double value = mantissa / POWERS_OF_TEN[decimals];
      return negative ? -value : value;
    }
    return inGeneral(first, at);
  }

  /** Index after the exponent that begins there; where it began if it has no digits. */
  private int afterExponent(int from) {
    int at = from + 1;
    if (at < end && (text[at] == '+' || text[at] == '-')) {
      at++;
    }
    int digits = at;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at > digits ? at : from;
  }

  private double inGeneral(int from, int to) {
    String number = new String(text, from, to - from, StandardCharsets.US_ASCII);
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value)) {
      throw new KsqlFunctionException(
          "'" + excerpt(from) + "' at position " + place(from) + " is too large");
    }
    return value;
  }

  private void skipSeparator() {
    skipBlanks();
    if (position < end && isSeparator(text[position])) {
      position++;
      skipBlanks();
    }
  }

  private void skipBlanks() {
    while (position < end && isBlank(text[position])) {
      position++;
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private static boolean isSeparator(byte b) {
    return b == '#' || b == ',' || b == ';';
  }

  private static boolean endsNumber(byte b) {
    return isSeparator(b) || b == ']';
  }

  private KsqlFunctionException notANumber(int at) {
    if (at >= end) {
      return new KsqlFunctionException("a number is missing at the end");
    }
    return new KsqlFunctionException(
        "'" + excerpt(at) + "' at position " + place(at) + " is not a number");
  }

  // All before the place is ASCII, or the parser would have stopped there: bytes are characters.
  private int place(int at) {
    return at - start + 1;
  }

  private String excerpt(int from) {
    int to = from;
    while (to < end && !isBlank(text[to]) && !endsNumber(text[to])) {
      to++;
    }
    return Excerpts.of(text, from, Math.max(to, from + 1));
  }
}
