package io.confluent.ksql.tools.datagen.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what makes sense of a regular expression when text is to be written by it:
 *
 * <pre>
 * choice   := sequence ( '|' sequence )*
 * sequence := ( atom quantifier? )*
 * atom     := '(' ( '?:' )? choice ')' | '[' class ']' | '.' | escape | character
 * </pre>
 */
final class RegexParser {
  private static final int MAX_DEPTH = 50;

  /** How much more than the least a quantifier without an end gives. */
  private static final int OPEN_END = 10;

  private static final int MAX_REPEAT = 100_000;

  private final String pattern;
  private int at;
  private int depth;

  private RegexParser(String pattern) {
    this.pattern = pattern;
  }

  /**
   * The parts of a pattern.
   *
   * @throws IllegalArgumentException with one clause about what is wrong
   */
  static RegexNode parse(String pattern) {
    RegexParser parser = new RegexParser(pattern);
    RegexNode all = parser.choice();
    if (parser.at < pattern.length()) {
      throw parser.wrong("a ) without its (");
    }
    return all;
  }

  private RegexNode choice() {
    if (++depth > MAX_DEPTH) {
      throw wrong("more than " + MAX_DEPTH + " groups in each other");
    }
    List<RegexNode> parts = new ArrayList<>(List.of(sequence()));
    while (accept('|')) {
      parts.add(sequence());
    }
    depth--;
    return parts.size() == 1 ? parts.get(0) : new RegexNode.Choice(parts);
  }

  private RegexNode sequence() {
    List<RegexNode> parts = new ArrayList<>();
    while (at < pattern.length() && peek() != '|' && peek() != ')') {
      // Text that is written begins and ends where the pattern does anyway.
      if (peek() == '^' && at == 0 || peek() == '$' && at == pattern.length() - 1) {
        at++;
      } else {
        parts.add(quantified(atom()));
      }
    }
    return new RegexNode.Sequence(parts);
  }

  private RegexNode atom() {
    int c = nextCodePoint();
    return switch (c) {
      case '(' -> group();
      case '[' -> new RegexNode.One(characterClass());
      case '.' -> new RegexNode.One(CharSet.PRINTABLE);
      case '\\' -> new RegexNode.One(escape());
      case '*', '+', '?', '{' -> throw wrong("nothing to repeat before '" + (char) c + "'");
      case '^', '$' -> throw wrong("'" + (char) c + "' in the middle");
      default -> new RegexNode.One(literal(c));
    };
  }

  private RegexNode group() {
    if (accept('?') && !accept(':')) {
      throw wrong("a group that begins with (?, which only says what may not be written");
    }
    RegexNode inside = choice();
    if (!accept(')')) {
      throw wrong("a ( without its )");
    }
    return inside;
  }

  private RegexNode quantified(RegexNode atom) {
    if (at == pattern.length()) {
      return atom;
    }
    RegexNode repeated;
    switch (peek()) {
      case '?' -> repeated = repeat(atom, 0, 1);
      case '*' -> repeated = repeat(atom, 0, OPEN_END);
      case '+' -> repeated = repeat(atom, 1, 1 + OPEN_END);
      case '{' -> {
        at++;
        return lazyOrNot(counted(atom));
      }
      default -> {
        return atom;
      }
    }
    at++;
    return lazyOrNot(repeated);
  }

  private static RegexNode repeat(RegexNode atom, int min, int max) {
    return new RegexNode.Repeat(atom, min, max);
  }

  private RegexNode counted(RegexNode atom) {
    int min = number();
    int max = min;
    if (accept(',')) {
      max = at < pattern.length() && peek() == '}' ? min + OPEN_END : number();
    }
    if (!accept('}')) {
      throw wrong("a { without its }");
    }
    if (max < min) {
      throw wrong("a quantifier whose second number is below the first");
    }
    return repeat(atom, min, max);
  }

  /** Whether a quantifier takes as much or as little as it can makes no difference here. */
  private RegexNode lazyOrNot(RegexNode repeated) {
    accept('?');
    if (at < pattern.length() && "*+?{".indexOf(peek()) >= 0) {
      throw wrong("two quantifiers in a row");
    }
    return repeated;
  }

  private int number() {
    int begin = at;
    int number = 0;
    while (at < pattern.length() && Character.digit(peek(), 10) >= 0) {
      number = number * 10 + Character.digit(pattern.charAt(at++), 10);
      if (number > MAX_REPEAT) {
        throw wrong("a quantifier above " + MAX_REPEAT);
      }
    }
    if (begin == at) {
      throw wrong("a quantifier without a number");
    }
    return number;
  }

  private CharSet characterClass() {
    boolean negated = accept('^');
    CharSet set = new CharSet(List.of());
    boolean first = true;
    while (first || at < pattern.length() && peek() != ']') {
      set = set.or(classItem());
      first = false;
    }
    if (!accept(']')) {
      throw wrong("a [ without its ]");
    }
    CharSet meant = negated ? set.complement() : set;
    if (meant.isEmpty()) {
      throw wrong("a class without any printable character");
    }
    return meant;
  }

  private CharSet classItem() {
    int c = nextCodePoint();
    if (c == '[' || c == '&' && at < pattern.length() && peek() == '&') {
      throw wrong("a class made of classes");
    }
    CharSet from = c == '\\' ? escape() : literal(c);
    boolean range = at + 1 < pattern.length() && peek() == '-' && pattern.charAt(at + 1) != ']';
    if (!range) {
      return from;
    }
    at++;
    int last = nextCodePoint();
    CharSet to = last == '\\' ? escape() : literal(last);
    return CharSet.of(single(from), orderedAfter(single(from), single(to)));
  }

  private int single(CharSet set) {
    if (set.ranges().size() != 1 || set.ranges().get(0).size() != 1) {
      throw wrong("a range from or to more than one character");
    }
    return set.ranges().get(0).first();
  }

  private int orderedAfter(int first, int last) {
    if (last < first) {
      throw wrong("a range whose end comes before its begin");
    }
    if (first <= Character.MAX_SURROGATE && last >= Character.MIN_SURROGATE) {
      throw wrong("a range that includes halves of characters");
    }
    return last;
  }

  private CharSet escape() {
    int c = nextCodePoint();
    return switch (c) {
      case 'd' -> CharSet.DIGITS;
      case 'D' -> CharSet.DIGITS.complement();
      case 'w' -> CharSet.WORD;
      case 'W' -> CharSet.WORD.complement();
      case 's' -> CharSet.BLANK;
      case 'S' -> CharSet.BLANK.complement();
      case 't' -> literal('\t');
      case 'n' -> literal('\n');
      case 'r' -> literal('\r');
      case 'x' -> literal(hexadecimal(2));
      case 'u' -> literal(hexadecimal(4));
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw wrong("\\" + Character.toString(c) + ", by which nothing can be written");
        }
        yield literal(c);
      }
    };
  }

  private CharSet literal(int codePoint) {
    orderedAfter(codePoint, codePoint);
    return CharSet.of(codePoint, codePoint);
  }

  private int hexadecimal(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at < pattern.length() ? Character.digit(pattern.charAt(at++), 16) : -1;
      if (digit < 0) {
        throw wrong("an escape that needs " + digits + " hexadecimal digits");
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private char peek() {
    return pattern.charAt(at);
  }

  private boolean accept(char c) {
    if (at < pattern.length() && peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  private int nextCodePoint() {
    if (at == pattern.length()) {
      throw wrong("an unfinished end");
    }
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("it has " + what + " (at character " + at + ")");
  }
}
