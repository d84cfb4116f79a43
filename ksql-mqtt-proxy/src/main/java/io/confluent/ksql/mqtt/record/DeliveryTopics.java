package io.confluent.ksql.mqtt.record;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Which MQTT topics a record of a Kafka topic has for subscribers, and which Kafka topics a filter
 * can ask for.
 *
 * <pre>
 * kafka topic of topic.regex.list     the record's key or its header mqtt.topic, if the topic leads here;
 *                                     else any topic that leads here, and the Kafka topic's own name
 * kafka topic of subscribe.topics     what is given for it there, ${key} being the record's key
 * </pre>
 */
public final class DeliveryTopics {
  private static final String KEY = "${key}";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

  private final TopicRoutes routes;
  private final Map<String, String> given;

  /**
   * @param given MQTT topics by Kafka topic
   */
  private DeliveryTopics(TopicRoutes routes, Map<String, String> given) {
    this.routes = routes;
    this.given = given;
  }

  /**
   * The topics of routes, and of a setting {@code kafkatopic:mqtttopic, ...}.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if an entry is none
   */
  public static DeliveryTopics of(TopicRoutes routes, List<String> entries) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String entry : entries) {
      int colon = entry.indexOf(':');
      String topic = colon < 1 ? "" : entry.substring(colon + 1).strip();
      if (!TopicFilter.isTopic(topic.replace(KEY, "k"))) {
        throw Diagnostic.error(
                ErrorCode.INVALID_SETTING, "'%s' is no Kafka topic with an MQTT topic.", entry)
            .hint("Write kafkatopic:mqtttopic, for example ALERTS:alerts/${key}.")
            .toException();
      }
      given.put(entry.substring(0, colon).strip(), topic);
    }
    return new DeliveryTopics(routes, given);
  }

  /** Every Kafka topic that can be subscribed to. */
  public Set<String> kafkaTopics() {
    Set<String> all = new LinkedHashSet<>(routes.kafkaTopics());
    all.addAll(given.keySet());
    return all;
  }

  /** The Kafka topics that may hold records for a filter. */
  public List<String> askedBy(String filter) {
    if (TopicFilter.isWild(filter)) {
      // Whether a filter and an expression have a topic in common is found out record by record.
      return List.copyOf(kafkaTopics());
    }
    List<String> asked = new ArrayList<>();
    for (String kafkaTopic : kafkaTopics()) {
      String template = given.get(kafkaTopic);
      boolean holds =
          template == null
              ? filter.equals(kafkaTopic) || routes.leads(filter, kafkaTopic)
              : shape(template).matcher(filter).matches();
      if (holds) {
        asked.add(kafkaTopic);
      }
    }
    return asked;
  }

  private static Pattern shape(String template) {
    StringBuilder shape = new StringBuilder();
    for (String literal : template.split(Pattern.quote(KEY), -1)) {
      shape.append(shape.length() == 0 ? "" : ".*").append(Pattern.quote(literal));
    }
    return Pattern.compile(shape.toString());
  }

  /**
   * The one MQTT topic of a record; empty if it has none of its own, and is therefore for everybody
   * who asks for its Kafka topic.
   */
  public Optional<String> topicOf(ConsumerRecord<byte[], byte[]> record) {
    String template = given.get(record.topic());
    if (template != null) {
      String key = record.key() == null ? "" : ProtocolText.of(record.key()).orElse("");
      String topic = template.replace(KEY, key);
      return Optional.of(TopicFilter.isTopic(topic) ? topic : record.topic());
    }
    Header header = record.headers().lastHeader(CarriedHeaders.TOPIC);
    byte[] name = header == null ? record.key() : header.value();
    return Optional.ofNullable(name)
        .flatMap(ProtocolText::of)
        .filter(TopicFilter::isTopic)
        .filter(topic -> routes.leads(topic, record.topic()));
  }

  /** The record as it is delivered under a topic. */
  public static Delivery delivery(String topic, ConsumerRecord<byte[], byte[]> record) {
    List<Map.Entry<String, byte[]>> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      if (header.value() != null && !header.key().equals(CarriedHeaders.TOPIC)) {
        headers.add(Map.entry(header.key(), header.value()));
      }
    }
    // A tombstone is a message of no bytes.
    byte[] payload = record.value() == null ? new byte[0] : record.value();
    return new Delivery(topic, payload, headers, expiry(record));
  }

  private static Instant expiry(ConsumerRecord<byte[], byte[]> record) {
    Header seconds = record.headers().lastHeader(CarriedHeaders.EXPIRY);
    return Optional.ofNullable(seconds)
        .map(Header::value)
        .flatMap(ProtocolText::of)
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Instant.ofEpochMilli(record.timestamp()).plusSeconds(Long.parseLong(text)))
        .orElse(Instant.MAX);
  }
}
