package io.confluent.ksql.parser;

import io.confluent.ksql.setting.SecretNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of statements that create connectors, as they may be shown and logged. Each character of a
 * secret becomes an asterisk, so that places in the text stay what they are; a text need not be
 * right to hold a secret.
 */
public final class ConnectorSecrets {
  private static final Pattern CREATE =
      Pattern.compile("\\bCREATE\\s+(SOURCE|SINK)\\s+CONNECTOR\\b", Pattern.CASE_INSENSITIVE);

  /** A name, and its value up to its quote or the end of the text. */
  private static final Pattern PROPERTY =
      Pattern.compile(
          "('[^']*+'|`[^`]*+`|[\\w.-]++)\\s*+=\\s*+('[^']*+(?:''[^']*+)*+'?|[^\\s,)']++)");

  /** What stands before the @ of an address. */
  private static final Pattern LOGIN = Pattern.compile("//[^/@\\s,']*+@");

  private ConnectorSecrets() {}

  /** The same text, of the same length, without secrets; other statements are as they were. */
  public static String hidden(String text) {
    if (!CREATE.matcher(text).find()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text);
    Matcher property = PROPERTY.matcher(text);
    while (property.find()) {
      if (SecretNames.contains(unquoted(property.group(1)))) {
        hide(shown, property.start(2), property.end(2));
      }
    }
    Matcher login = LOGIN.matcher(text);
    while (login.find()) {
      hide(shown, login.start() + 2, login.end() - 1);
    }
    return shown.toString();
  }

  private static String unquoted(String name) {
    boolean quoted = name.startsWith("'") || name.startsWith("`");
    return quoted ? name.substring(1, name.length() - 1) : name;
  }

  private static void hide(StringBuilder shown, int start, int end) {
    for (int i = start; i < end; i++) {
      if (shown.charAt(i) != '\'') {
        shown.setCharAt(i, '*');
      }
    }
  }
}
