package io.confluent.ksql.mqtt.record;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which MQTT topics belong to which Kafka topic: {@code kafkatopic:regex, ...}; the first wins. */
public final class TopicRoutes {
  /** A comma separates only where a name and a colon follow: expressions have commas too. */
  private static final Pattern SEPARATOR = Pattern.compile(",\\s*(?=[A-Za-z0-9._-]+:)");

  private static final Pattern KAFKA_TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

  private final List<Route> routes;

  /** Where a topic goes, and how it matched. */
  public record Routed(String kafkaTopic, Matcher match) {}

  private record Route(String kafkaTopic, Pattern pattern) {}

  private TopicRoutes(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /**
   * The routes that a setting holds.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if one cannot be read, or there is
   *     none
   */
  public static TopicRoutes of(String text) {
    List<Route> routes = new ArrayList<>();
    for (String entry : SEPARATOR.split(text.strip())) {
      String route = entry.strip();
      int colon = route.indexOf(':');
      if (colon < 1 || !KAFKA_TOPIC.matcher(route.substring(0, colon)).matches()) {
        throw invalid("The route '%s' does not begin with the name of a Kafka topic.", route, null);
      }
      try {
        routes.add(
            new Route(route.substring(0, colon), Pattern.compile(route.substring(colon + 1))));
      } catch (PatternSyntaxException e) {
        throw invalid("The route '%s' holds no regular expression.", route, e);
      }
    }
    return new TopicRoutes(routes);
  }

  private static RuntimeException invalid(String format, String route, Exception cause) {
    return Diagnostic.error(ErrorCode.INVALID_SETTING, format, route)
        .hint(
            "Write topic.regex.list=kafkatopic:regex, ..., for example"
                + " topic.regex.list=temperature:.*temperature.")
        .toException(cause);
  }

  /** The Kafka topic of an MQTT topic, if it has one. */
  public Optional<Routed> route(String topic) {
    for (Route route : routes) {
      Matcher match = route.pattern.matcher(topic);
      if (match.matches()) {
        return Optional.of(new Routed(route.kafkaTopic, match));
      }
    }
    return Optional.empty();
  }

  /** Whether an MQTT topic goes to this Kafka topic. */
  public boolean leads(String topic, String kafkaTopic) {
    return route(topic).filter(routed -> routed.kafkaTopic().equals(kafkaTopic)).isPresent();
  }

  /** All Kafka topics that something goes to. */
  public List<String> kafkaTopics() {
    return routes.stream().map(Route::kafkaTopic).distinct().toList();
  }
}
