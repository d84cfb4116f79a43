package io.confluent.ksql.connect.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import io.confluent.ksql.connect.record.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives messages to the worker, and acknowledges each to the broker when Kafka has it. A crash in
 * between has the broker send it again.
 */
public final class MqttSourceTask extends SourceTask {
  private static final Logger LOG = LoggerFactory.getLogger(MqttSourceTask.class);
  private static final int AT_ONCE = 1000;

  private MqttSourceSettings settings;
  private BlockingQueue<Mqtt3Publish> arrived;
  private ExecutorService arrivals;
  private Mqtt3AsyncClient client;

  /** Written by a thread of the client. */
  private volatile Optional<Throwable> refusal = Optional.empty();

  @Override
  public String version() {
    return Versions.current();
  }

  @Override
  public void start(Map<String, String> config) {
    settings = new MqttSourceSettings(config);
    arrived = new ArrayBlockingQueue<>(settings.getInt(MqttSourceSettings.BUFFER));
    arrivals = arrivals();
    client =
        MqttConnection.client(
            settings, "ksql-" + config.getOrDefault("name", "mqtt-source"), this::subscribe);
    // Before connecting: what waits for a former connection comes at once.
    client.publishes(MqttGlobalPublishFilter.ALL, this::arrive, arrivals, true);
    MqttConnection.connect(client, settings, settings.getBoolean(MqttSettings.CLEAN));
  }

  /**
   * A thread that may wait while the buffer is full; the client's own must not. The client has a
   * last word when its session ends, which nobody needs to hear any more.
   */
  private static ExecutorService arrivals() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        work -> new Thread(work, "mqtt-arrivals"),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  private void subscribe() {
    MqttQos qos = MqttQos.fromCode(settings.getInt(MqttSettings.QOS));
    List<Mqtt3Subscription> topics =
        settings.getList(MqttSourceSettings.TOPICS).stream()
            .map(topic -> Mqtt3Subscription.builder().topicFilter(topic).qos(qos).build())
            .toList();
    client
        .subscribe(Mqtt3Subscribe.builder().addSubscriptions(topics).build())
        .whenComplete(
            (answer, failure) -> {
              if (failure instanceof Mqtt3SubAckException) {
                refusal = Optional.of(failure);
              } else if (failure != null) {
                // It is repeated with the next connection.
                LOG.warn("There is no answer to the subscription: {}", failure.getMessage());
              }
            });
  }

  private void arrive(Mqtt3Publish message) {
    try {
      arrived.put(message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Null where nothing came in a second, as the interface has it. */
  @Override
  public List<SourceRecord> poll() throws InterruptedException {
    if (refusal.isPresent()) {
      throw new ConnectException(
          "The broker refuses the subscription to "
              + settings.getList(MqttSourceSettings.TOPICS)
              + "; may the user read these topics?",
          refusal.get());
    }
    Mqtt3Publish first = arrived.poll(1, TimeUnit.SECONDS);
    if (first == null) {
      return null;
    }
    List<Mqtt3Publish> messages = new ArrayList<>(List.of(first));
    arrived.drainTo(messages, AT_ONCE - 1);
    String topic = settings.getString(MqttSourceSettings.KAFKA_TOPIC);
    List<SourceRecord> records = new ArrayList<>();
    messages.forEach(message -> records.add(new Received(message, topic)));
    return records;
  }

  @Override
  public void commitRecord(SourceRecord record, RecordMetadata metadata) {
    if (record instanceof Received received) {
      received.acknowledge();
    }
  }

  @Override
  public void stop() {
    if (client != null) {
      MqttConnection.close(client);
      arrivals.shutdownNow();
    }
  }
}
