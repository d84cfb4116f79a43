package io.confluent.ksql.cli;

import io.confluent.ksql.cli.render.RowLayout;
import io.confluent.ksql.rest.client.KsqlClient;
import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.KsqlRequest;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a person or a script has set up so far, and the server asked. Used by one thread. */
final class Session {
  private static final String PREFIX = "ksql.streams.";

  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private KsqlClient client;
  private OutputFormat format = OutputFormat.TABULAR;
  private OptionalLong rowLimit = OptionalLong.empty();
  private Optional<Duration> queryTimeout = Optional.empty();
  private OptionalLong lastCommand = OptionalLong.empty();
  private boolean pipelining;
  private int columnWidth;
  private RowLayout.Overflow overflow = RowLayout.Overflow.WRAP;
  private boolean over;

  Session(KsqlClient client) {
    this.client = client;
  }

  KsqlClient client() {
    return client;
  }

  /** Asks another server from now on; what was set stays. */
  void connect(URI server) {
    client = new KsqlClient(client.options().at(server));
    lastCommand = OptionalLong.empty();
  }

  OutputFormat format() {
    return format;
  }

  void format(OutputFormat newFormat) {
    format = newFormat;
  }

  /** After how many rows a query is stopped. */
  OptionalLong rowLimit() {
    return rowLimit;
  }

  void rowLimit(long rows) {
    rowLimit = OptionalLong.of(rows);
  }

  /** After what time a query is stopped. */
  Optional<Duration> queryTimeout() {
    return queryTimeout;
  }

  void queryTimeout(Duration timeout) {
    queryTimeout = Optional.of(timeout);
  }

  /** Whether a request may overtake the effect of the one before. */
  boolean isPipelining() {
    return pipelining;
  }

  void pipelining(boolean on) {
    pipelining = on;
  }

  /** How rows are shown on lines of that many places. */
  RowLayout rowLayout(int width) {
    return new RowLayout(width, columnWidth, overflow);
  }

  /** Places of a column of rows; 0 to share the line. */
  void columnWidth(int places) {
    columnWidth = places;
  }

  void overflow(RowLayout.Overflow newOverflow) {
    overflow = newOverflow;
  }

  /** Sets a property; its former value, if it had one here. */
  Optional<Object> setProperty(String name, Object value) {
    Optional<Object> former = unsetProperty(name);
    properties.put(name, value);
    return former;
  }

  /** Forgets a property, by its name with or without the prefix for Kafka Streams. */
  Optional<Object> unsetProperty(String name) {
    Object former = properties.remove(name);
    Object other =
        properties.remove(
            name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : PREFIX + name);
    return Optional.ofNullable(former == null ? other : former);
  }

  Map<String, String> variables() {
    return variables;
  }

  /** The request for a text, with all that was set. */
  KsqlRequest request(String sql) {
    Optional<Long> after =
        pipelining || lastCommand.isEmpty()
            ? Optional.empty()
            : Optional.of(lastCommand.getAsLong());
    return new KsqlRequest(sql, properties, variables, Map.of(), after);
  }

  /** Remembers the last command of an answer, so that the next request sees its effect. */
  void remember(List<Entity> answers) {
    for (Entity answer : answers) {
      if (answer instanceof CommandResult result && result.commandSequenceNumber() >= 0) {
        lastCommand = OptionalLong.of(result.commandSequenceNumber());
      }
    }
  }

  boolean isOver() {
    return over;
  }

  void end() {
    over = true;
  }
}
