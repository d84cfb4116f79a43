package io.confluent.ksql.mqtt.access;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.mqtt.record.TopicFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which client may do what to which topics: a file of lines
 *
 * <pre>
 * user alice       publish    car/+/temperature
 * client sensor-1  subscribe  alerts/#
 * all              both       devices/%c/#
 * </pre>
 *
 * {@code %c} is the client's id, {@code %u} its user. What no line allows is refused.
 */
public final class AccessRules {
  private final Optional<List<Rule>> rules;

  /** What is done to a topic. */
  public enum Act {
    /** Sending to it. */
    PUBLISH,
    /** Asking for it. */
    SUBSCRIBE
  }

  private enum Who {
    ALL,
    USER,
    CLIENT
  }

  private record Rule(Who who, String name, Optional<Act> act, String filter) {
    boolean concerns(Client client, Act wanted) {
      boolean subject =
          switch (who) {
            case ALL -> true;
            case USER -> client.user().filter(name::equals).isPresent();
            case CLIENT -> client.id().equals(name);
          };
      return subject && (act.isEmpty() || act.get() == wanted);
    }

    /** The filter for a client; none if what stands for a part of it is no part of a topic. */
    Optional<String> filter(Client client) {
      if (filter.indexOf('%') < 0) {
        return Optional.of(filter);
      }
      if (filter.contains("%c") && !isLevel(client.id())
          || filter.contains("%u") && !client.user().filter(Rule::isLevel).isPresent()) {
        return Optional.empty();
      }
      return Optional.of(filter.replace("%u", client.user().orElse("")).replace("%c", client.id()));
    }

    /** A client called {@code #} must not have everybody's topics. */
    private static boolean isLevel(String name) {
      return !name.isEmpty()
          && name.indexOf('/') < 0
          && name.indexOf('#') < 0
          && name.indexOf('+') < 0
          && name.indexOf('%') < 0;
    }
  }

  private AccessRules(Optional<List<Rule>> rules) {
    this.rules = rules;
  }

  /** Everybody may do everything. */
  public static AccessRules open() {
    return new AccessRules(Optional.empty());
  }

  /**
   * Reads a file.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it cannot be read, or a line is
   *     none of these
   */
  public static AccessRules read(Path file) {
    List<Rule> rules = new ArrayList<>();
    List<String> lines = AccessFiles.lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        int number = i + 1;
        rules.add(rule(line).orElseThrow(() -> invalid(file, number)));
      }
    }
    return new AccessRules(Optional.of(List.copyOf(rules)));
  }

  private static RuntimeException invalid(Path file, int line) {
    return Diagnostic.error(ErrorCode.INVALID_SETTING, "Line %d of %s is no rule.", line, file)
        .hint(
            "Write 'user NAME', 'client ID' or 'all', then publish, subscribe or both, then a topic"
                + " filter: user alice publish car/+/temperature")
        .toException();
  }

  private static Optional<Rule> rule(String line) {
    String[] words = line.split("\\s+");
    boolean all = words[0].equalsIgnoreCase("all");
    int next = all ? 1 : 2;
    if (words.length != next + 2 || !TopicFilter.isFilter(words[next + 1])) {
      return Optional.empty();
    }
    try {
      Who who = Who.valueOf(words[0].toUpperCase(Locale.ROOT));
      String act = words[next].toUpperCase(Locale.ROOT);
      return Optional.of(
          new Rule(
              who,
              all ? "" : words[1],
              act.equals("BOTH") ? Optional.empty() : Optional.of(Act.valueOf(act)),
              words[next + 1]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a client may publish to a topic. */
  public boolean mayPublish(Client client, String topic) {
    return allows(client, Act.PUBLISH, filter -> TopicFilter.matches(filter, topic));
  }

  /** Whether a client may subscribe to all topics of a filter. */
  public boolean maySubscribe(Client client, String asked) {
    return allows(client, Act.SUBSCRIBE, filter -> TopicFilter.covers(filter, asked));
  }

  private boolean allows(Client client, Act act, Predicate<String> fits) {
    if (rules.isEmpty()) {
      return true;
    }
    for (Rule rule : rules.get()) {
      if (rule.concerns(client, act) && rule.filter(client).filter(fits).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
