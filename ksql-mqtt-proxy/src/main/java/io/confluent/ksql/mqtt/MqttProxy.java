package io.confluent.ksql.mqtt;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.mqtt.kafka.ClientProperties;
import io.confluent.ksql.mqtt.kafka.KafkaFeed;
import io.confluent.ksql.mqtt.kafka.KafkaSink;
import io.confluent.ksql.mqtt.kafka.MappedTopics;
import io.confluent.ksql.mqtt.kafka.RecordFeed;
import io.confluent.ksql.mqtt.kafka.RecordSink;
import io.confluent.ksql.mqtt.record.DeliveryTopics;
import io.confluent.ksql.mqtt.record.TopicRoutes;
import io.confluent.ksql.mqtt.server.Authenticator;
import io.confluent.ksql.mqtt.server.Intake;
import io.confluent.ksql.mqtt.server.Listener;
import io.confluent.ksql.mqtt.server.LongPackets;
import io.confluent.ksql.mqtt.server.MqttFront;
import io.confluent.ksql.mqtt.server.Services;
import io.confluent.ksql.mqtt.server.Statistics;
import io.confluent.ksql.mqtt.session.QueueBudget;
import io.confluent.ksql.mqtt.session.Sessions;
import io.confluent.ksql.mqtt.session.Subscribers;
import io.confluent.ksql.setting.Settings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An MQTT server whose messages are records of Kafka; it runs until it is closed. */
public final class MqttProxy implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttProxy.class);

  private final MqttFront front;
  private final Statistics statistics;
  private final Deque<AutoCloseable> opened;

  private MqttProxy(MqttFront front, Statistics statistics, Deque<AutoCloseable> opened) {
    this.front = front;
    this.statistics = statistics;
    this.opened = opened;
  }

  /**
   * Starts a proxy on a Kafka cluster, and returns when clients can come.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException why it cannot start
   */
  public static MqttProxy start(Settings settings) {
    ClientProperties clients = new ClientProperties(settings.given());
    Parts parts = new Parts(settings);
    parts.listeners();
    TopicRoutes routes = parts.routes();
    if (!clients.producer().containsKey("bootstrap.servers")) {
      throw Diagnostic.error(ErrorCode.INVALID_SETTING, "The setting bootstrap.servers is missing.")
          .hint("Set it to the brokers of the Kafka cluster, for example 127.0.0.1:9092.")
          .toException();
    }
    try {
      if (settings.get(MqttSettings.CREATE_TOPICS)) {
        MappedTopics.create(clients.admin(), routes.kafkaTopics(), parts.recordBytes());
      }
      return start(
          settings,
          new KafkaSink(clients.producer(), settings.get(MqttSettings.BUFFER), parts.recordBytes()),
          reader -> new KafkaFeed(clients.consumer(), reader));
    } catch (KafkaException e) {
      throw Diagnostic.error(
              ErrorCode.KAFKA, "The Kafka cluster cannot be reached: %s", e.getMessage())
          .toException(e);
    }
  }

  /** Starts a proxy on what stands for Kafka; the sink is closed with it, also if it fails. */
  static MqttProxy start(
      Settings settings,
      RecordSink sink,
      Function<Consumer<ConsumerRecord<byte[], byte[]>>, RecordFeed> feeds) {
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    opened.push(sink);
    boolean started = false;
    try {
      MqttProxy proxy = open(settings, sink, feeds, opened);
      started = true;
      return proxy;
    } finally {
      if (!started) {
        closeAll(opened);
      }
    }
  }

  private static MqttProxy open(
      Settings settings,
      RecordSink sink,
      Function<Consumer<ConsumerRecord<byte[], byte[]>>, RecordFeed> feeds,
      Deque<AutoCloseable> opened) {
    Parts parts = new Parts(settings);
    List<Listener> listeners = parts.listeners();
    TopicRoutes routes = parts.routes();
    Statistics statistics = new Statistics();
    Subscribers subscribers =
        new Subscribers(
            DeliveryTopics.of(routes, settings.get(MqttSettings.SUBSCRIBE_TOPICS)),
            statistics.lost());
    RecordFeed feed = feeds.apply(subscribers::deliver);
    opened.push(feed);
    subscribers.readFrom(feed);
    Sessions sessions =
        new Sessions(
            subscribers,
            new QueueBudget(settings.get(MqttSettings.QUEUE_BYTES)),
            parts.number(MqttSettings.QUEUE_MESSAGES),
            parts.number(MqttSettings.MAX_SESSIONS));
    opened.push(sessions);
    Authenticator authenticator = new Authenticator(parts.passwords());
    opened.push(authenticator);
    LongPackets longPackets = parts.longPackets();
    Intake intake = new Intake(parts.rules(), routes, parts.layout(), sink, statistics);
    MqttFront front =
        new MqttFront(
            new Services(
                authenticator,
                parts.rules(),
                intake,
                sessions,
                subscribers,
                parts.limits(),
                longPackets,
                statistics),
            parts.ssl(listeners),
            Set.copyOf(settings.get(MqttSettings.ALLOWED_ORIGINS)));
    opened.push(front);
    front.listen(listeners);
    front.eachSecond(sessions::tick);
    front.eachSecond(longPackets::tick);
    return new MqttProxy(front, statistics, opened);
  }

  /** Where it listens, with the ports that were found free. */
  public List<Listener> listeners() {
    return front.listeners();
  }

  /** What it has counted so far. */
  public Statistics.Counts counts() {
    return statistics.counts();
  }

  /** Ends it: wills of clients are published, and what came is stored, before it returns. */
  @Override
  public void close() {
    closeAll(opened);
  }

  private static void closeAll(Deque<AutoCloseable> opened) {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        LOG.warn("A part of the MQTT proxy did not stop cleanly", e);
      }
    }
  }
}
