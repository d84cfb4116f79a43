package io.confluent.ksql.mqtt.record;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with parts of a publication in it: {@code ${topic}}, {@code ${topic.2}} (its second
 * level), {@code ${group.1}} and {@code ${group.name}} (groups of the regular expression that
 * matched), {@code ${client}}, {@code ${user}}, {@code ${qos}}, {@code ${property.name}}. What a
 * publication does not have is an empty text.
 */
public final class Template {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern LEVEL = Pattern.compile("[1-9][0-9]{0,3}");

  private final List<Part> parts;

  private interface Part {
    String of(Publication publication, Matcher match);
  }

  private Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * The template that a setting holds.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it names something unknown
   */
  public static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(text);
    int done = 0;
    while (variable.find()) {
      literal(parts, text.substring(done, variable.start()));
      parts.add(part(variable.group(1), text));
      done = variable.end();
    }
    literal(parts, text.substring(done));
    return new Template(parts);
  }

  private static void literal(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add((publication, match) -> text);
    }
  }

  private static Part part(String name, String text) {
    if (name.startsWith("topic.") && LEVEL.matcher(name.substring(6)).matches()) {
      int level = Integer.parseInt(name.substring(6));
      return (publication, match) -> level(publication.topic(), level);
    }
    if (name.startsWith("group.") && name.length() > 6) {
      return group(name.substring(6));
    }
    if (name.startsWith("property.") && name.length() > 9) {
      String property = name.substring(9);
      return (publication, match) -> property(publication, property);
    }
    return switch (name) {
      case "topic" -> (publication, match) -> publication.topic();
      case "client" -> (publication, match) -> publication.client();
      case "user" -> (publication, match) -> publication.user().orElse("");
      case "qos" -> (publication, match) -> Integer.toString(publication.qos());
      default -> throw unknown(name, text);
    };
  }

  private static Part group(String name) {
    if (name.chars().allMatch(Character::isDigit)) {
      int number = Integer.parseInt(name);
      return (publication, match) ->
          number <= match.groupCount() ? orEmpty(match.group(number)) : "";
    }
    return (publication, match) -> {
      try {
        return orEmpty(match.group(name));
      } catch (IllegalArgumentException e) {
        // Only some of the expressions have this group.
        return "";
      }
    };
  }

  private static RuntimeException unknown(String name, String text) {
    return Diagnostic.error(
            ErrorCode.INVALID_SETTING, "There is no ${%s} for the template '%s'.", name, text)
        .hint(
            "There are ${topic}, ${topic.1} and further levels, ${group.1}, ${group.NAME},"
                + " ${client}, ${user}, ${qos} and ${property.NAME}.")
        .toException();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** One level of a topic, from 1; empty if it has fewer. */
  private static String level(String topic, int level) {
    int start = 0;
    for (int i = 1; i < level; i++) {
      int slash = topic.indexOf('/', start);
      if (slash < 0) {
        return "";
      }
      start = slash + 1;
    }
    int end = topic.indexOf('/', start);
    return end < 0 ? topic.substring(start) : topic.substring(start, end);
  }

  private static String property(Publication publication, String name) {
    for (var property : publication.properties()) {
      if (property.getKey().equals(name)) {
        return new String(property.getValue(), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  /** The text for a publication, whose topic has matched a regular expression. */
  public String render(Publication publication, Matcher match) {
    if (parts.size() == 1) {
      return parts.get(0).of(publication, match);
    }
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(part.of(publication, match));
    }
    return text.toString();
  }
}
