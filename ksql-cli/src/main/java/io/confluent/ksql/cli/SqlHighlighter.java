package io.confluent.ksql.cli;

import io.confluent.ksql.parser.Keywords;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours words of the language, texts, numbers and comments while they are typed. */
final class SqlHighlighter implements Highlighter {
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<comment>--[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z))"
              + "|(?<text>'[^']*'?)"
              + "|(?<name>`[^`]*`?|\"[^\"]*\"?)"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_]*)"
              + "|(?<number>\\d+(?:\\.\\d+)?)");
  private static final AttributedStyle WORD = AttributedStyle.BOLD;
  private static final AttributedStyle TEXT =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle NUMBER =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle COMMENT =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT);

  private final TreeSet<String> words = new TreeSet<>(Keywords.all());

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    AttributedStringBuilder out = new AttributedStringBuilder();
    Matcher pieces = PIECE.matcher(buffer);
    int done = 0;
    while (pieces.find()) {
      out.append(buffer, done, pieces.start());
      out.styled(style(pieces), pieces.group());
      done = pieces.end();
    }
    return out.append(buffer, done, buffer.length()).toAttributedString();
  }

  private AttributedStyle style(Matcher piece) {
    if (piece.group("comment") != null) {
      return COMMENT;
    }
    if (piece.group("text") != null) {
      return TEXT;
    }
    if (piece.group("number") != null) {
      return NUMBER;
    }
    String word = piece.group("word");
    boolean known = word != null && words.contains(word.toUpperCase(Locale.ROOT));
    return known ? WORD : AttributedStyle.DEFAULT;
  }
}
