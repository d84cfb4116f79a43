package io.confluent.ksql.connect.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
          Map.entry("mqtt.server.uris", "use mqtt.server.uri"));

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
          if (OBSOLETE.containsKey(name)) {
            advice.add(name + " has no effect: " + OBSOLETE.get(name) + ".");
          } else if (name.startsWith("confluent.")) {
            advice.add(name + " has no effect: no licence is needed; remove it.");
          }
          if (value != null && value.startsWith(name + "=")) {
            advice.add("The value of " + name + " begins with its name; was it written twice?");
          }
        });
    return advice;
  }
}
