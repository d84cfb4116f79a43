package io.confluent.ksql.function.builtin.regexp;

import io.confluent.ksql.function.KsqlFunctionException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compiled regular expressions; the last one is kept. */
final class Patterns {
  private Compiled last = new Compiled(null, null);

  private record Compiled(String text, Pattern pattern) {}

  Pattern of(String regexp) {
    Compiled compiled = last;
    if (!regexp.equals(compiled.text())) {
      try {
        compiled = new Compiled(regexp, Pattern.compile(regexp));
      } catch (PatternSyntaxException e) {
        throw new KsqlFunctionException(
            "'" + regexp + "' is no regular expression: " + e.getDescription(), e);
      }
      last = compiled;
    }
    return compiled.pattern();
  }
}
