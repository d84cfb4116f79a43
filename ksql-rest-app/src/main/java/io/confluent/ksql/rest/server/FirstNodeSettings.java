package io.confluent.ksql.rest.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.query.QuerySettings;
import io.confluent.ksql.engine.topics.IncomingRecord;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.engine.topics.RecordWriter;
import io.confluent.ksql.engine.topics.TopicTail;
import io.confluent.ksql.engine.topics.Topics;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.rest.server.handler.ShownValues;
import io.confluent.ksql.rest.wire.WireJson;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of the first node of a service that runs a file of queries, kept in a topic. What
 * decides how statements are planned must be the same on all nodes and after every restart, so
 * there the first node's settings win.
 */
final class FirstNodeSettings {
  private static final Logger LOG = LoggerFactory.getLogger(FirstNodeSettings.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final String MEMBER = "ksqlProperties";

  private final Settings own;
  private final String topic;
  private final Topics topics;
  private final RecordWriter writer;
  private final TopicTail.Opener tails;

  /**
   * @param own the settings of this node
   */
  FirstNodeSettings(Settings own, Topics topics, RecordWriter writer, TopicTail.Opener tails) {
    this.own = own;
    this.topic = topicOf(own.get(EngineSettings.SERVICE_ID));
    this.topics = topics;
    this.writer = writer;
    this.tails = tails;
  }

  /** Name of the topic of a service. */
  static String topicOf(String serviceId) {
    return "_confluent-ksql-" + serviceId + "_configs";
  }

  /** The settings of this node, as far as the first node leaves them to it. */
  Settings agreed() {
    topics.create(
        new Duty.CreateTopic(
            topic,
            1,
            own.get(EngineSettings.INTERNAL_REPLICAS).shortValue(),
            Map.of("retention.ms", "-1", "cleanup.policy", "delete")));
    if (isEmpty()) {
      // Of nodes that start at the same time each writes; the first record is the first node's.
      Map<String, Object> shown = ShownValues.of(own.given(), KnownSettings.all());
      writer.write(
          new OutgoingRecord(
              topic,
              null,
              WireJson.write(Map.of(MEMBER, shown)).getBytes(StandardCharsets.UTF_8),
              System.currentTimeMillis()));
    }
    return under(firstRecord());
  }

  private boolean isEmpty() {
    return topics.offsets(List.of(topic)).getOrDefault(topic, List.of()).stream()
        .allMatch(range -> range.size() == 0);
  }

  private JsonNode firstRecord() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (TopicTail tail = tails.open(topic, TopicTail.Start.BEGINNING)) {
      while (System.nanoTime() < deadline) {
        List<IncomingRecord> records = tail.poll(POLL);
        if (!records.isEmpty()) {
          return parsed(records.get(0).value());
        }
      }
    }
    throw unreadable("its first record does not come").toException();
  }

  private JsonNode parsed(byte[] value) {
    try {
      JsonNode read = WireJson.mapper().readTree(value == null ? new byte[0] : value);
      if (read != null && read.path(MEMBER).isObject()) {
        return read.path(MEMBER);
      }
      throw unreadable("its first record is no object of settings").toException();
    } catch (IOException e) {
      throw unreadable("its first record is no JSON").toException(e);
    }
  }

  private Diagnostic unreadable(String reason) {
    return Diagnostic.error(
            ErrorCode.COMMAND_LOG_UNREADABLE,
            "The topic %s, which holds the settings of the service, cannot be read: %s.",
            topic,
            reason)
        .hint("Set ksql.service.id to a name that no other program uses.");
  }

  private Settings under(JsonNode first) {
    List<Setting<?>> shared = new ArrayList<>(PlannerSettings.ALL);
    shared.add(QuerySettings.PERSISTENT_PREFIX);
    Map<String, String> values = new TreeMap<>(own.given());
    for (Setting<?> setting : shared) {
      values.remove(setting.name());
      values.keySet().removeAll(setting.formerNames());
      Optional.ofNullable(first.path(setting.name()).textValue())
          .ifPresent(theirs -> values.put(setting.name(), theirs));
    }
    Settings agreed = Settings.of(values);
    for (Setting<?> setting : shared) {
      if (!own.get(setting).equals(agreed.get(setting))) {
        LOG.warn(
            "{} is {} here, but {} in the service, and stays so",
            setting.name(),
            own.get(setting),
            agreed.get(setting));
      }
    }
    return agreed;
  }
}
