package io.confluent.ksql.connect.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to tell the author of a configuration that other plug-ins were written for. */
public final class Advice {
  private static final Map<String, String> OBSOLETE =
      Map.ofEntries(
          Map.entry("type.name", "documents have had no type since Elasticsearch 7; remove it"),
          Map.entry("drop.invalid.message", "use behavior.on.malformed.documents=warn"),
          Map.entry("topic.key.ignore", "use key.ignore, in a connector for those topics"),
          Map.entry("topic.schema.ignore", "no schema is needed; remove it"),
          Map.entry("auto.create.indices.at.start", "indices come with the first document"),
          Map.entry("write.method", "a later record of a key replaces its document as a whole"),
          Map.entry("linger.ms", "a batch of the worker goes at once; remove it"),
          Map.entry("flush.timeout.ms", "use read.timeout.ms"),
          Map.entry("max.buffered.records", "a batch is consumer.override.max.poll.records long"),
          Map.entry("max.in.flight.requests", "requests go one after the other; use tasks.max"),
          Map.entry("mqtt.server.uris", "use mqtt.server.uri"));

  /** Groups of settings, by how their names begin. */
  private static final Map<String, String> OBSOLETE_GROUPS =
      Map.of(
          "confluent.", "no licence is needed; remove it",
          "elastic.", "who is trusted is said to Java: -Djavax.net.ssl.trustStore",
          "records.buffer.", "use mqtt.buffered.messages");

  private static final Logger LOG = LoggerFactory.getLogger(Advice.class);

  private Advice() {}

  /** Says it in the worker's log. */
  public static void log(Map<String, String> config) {
    of(config).forEach(advice -> LOG.warn("Connector {}: {}", config.get("name"), advice));
  }

  /** Sentences about what has no effect, or is not what it was meant to be. */
  public static List<String> of(Map<String, String> config) {
    List<String> advice = new ArrayList<>();
    config.forEach(
        (name, value) -> {
          obsolete(name).ifPresent(why -> advice.add(name + " has no effect: " + why + "."));
          if (value != null && value.startsWith(name + "=")) {
            advice.add("The value of " + name + " begins with its name; was it written twice?");
          }
        });
    return advice;
  }

  private static Optional<String> obsolete(String name) {
    return Optional.ofNullable(OBSOLETE.get(name))
        .or(
            () ->
                OBSOLETE_GROUPS.entrySet().stream()
                    .filter(group -> name.startsWith(group.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }
}
