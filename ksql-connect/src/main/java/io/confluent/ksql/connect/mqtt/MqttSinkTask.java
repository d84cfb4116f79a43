package io.confluent.ksql.connect.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.confluent.ksql.connect.record.Coordinates;
import io.confluent.ksql.connect.record.DeliveringTask;
import io.confluent.ksql.connect.record.RecordJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Publishes records and waits for the broker's word on each, so that offsets follow delivery. */
public final class MqttSinkTask extends DeliveringTask<MqttSinkSettings> {
  private final Map<Coordinates, CompletableFuture<Mqtt3Publish>> underway = new HashMap<>();
  private final RecordJson json = new RecordJson(Set.of());
  private MqttSinkSettings settings;
  private Mqtt3AsyncClient client;

  /** Made by a worker. */
  public MqttSinkTask() {
    super(MqttSinkSettings.REFUSED);
  }

  @Override
  protected MqttSinkSettings settings(Map<String, String> config) {
    return new MqttSinkSettings(config);
  }

  @Override
  protected void begin(MqttSinkSettings given, String connector) {
    settings = given;
    client =
        MqttConnection.client(settings, MqttConnection.uniqueName("ksql-" + connector), () -> {});
    MqttConnection.connect(client, settings, true);
  }

  @Override
  public void put(Collection<SinkRecord> batch) {
    List<SinkRecord> due = redelivery().dueWithValue(batch);
    if (!due.isEmpty() && !client.getState().isConnected()) {
      throw redelivery().again(batch, due, "The broker is not connected.", Optional.empty());
    }
    List<SinkRecord> sent = due.stream().filter(this::publish).toList();
    long until = System.nanoTime() + settings.getLong(MqttSinkSettings.TIMEOUT) * 1_000_000;
    List<SinkRecord> remaining = new ArrayList<>();
    String why = "";
    for (SinkRecord record : sent) {
      Optional<String> failure = await(Coordinates.of(record), until);
      if (failure.isPresent()) {
        remaining.add(record);
        why = failure.get();
      }
    }
    if (!remaining.isEmpty()) {
      throw redelivery().again(batch, remaining, why, Optional.empty());
    }
    redelivery().done();
  }

  /** Whether there is something to wait for. A message that is underway is not sent twice. */
  private boolean publish(SinkRecord record) {
    Coordinates place = Coordinates.of(record);
    if (underway.containsKey(place)) {
      return true;
    }
    String topic =
        settings
            .getString(MqttSinkSettings.TOPIC)
            .replace("${topic}", record.topic())
            .replace("${key}", record.key() == null ? "" : text(record.key()));
    try {
      Mqtt3Publish message =
          Mqtt3Publish.builder()
              .topic(topic)
              .qos(MqttQos.fromCode(settings.getInt(MqttSettings.QOS)))
              .retain(settings.getBoolean(MqttSinkSettings.RETAINED))
              .payload(payload(record))
              .build();
      underway.put(place, client.publish(message));
      return true;
    } catch (IllegalArgumentException e) {
      deadLetters().report(record, "It cannot be published to '" + topic + "': " + e.getMessage());
      return false;
    }
  }

  private static String text(Object key) {
    return key instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(key);
  }

  /** Bytes and text as they are, everything else as JSON. */
  private byte[] payload(SinkRecord record) {
    Object value = record.value();
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    String text = value instanceof String string ? string : json.of(record.valueSchema(), value);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Why a message was not confirmed; it stays underway if it still may be. */
  private Optional<String> await(Coordinates place, long until) {
    try {
      underway.get(place).get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      underway.remove(place);
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.of("The broker has not confirmed it yet.");
    } catch (ExecutionException e) {
      underway.remove(place);
      return Optional.of(String.valueOf(e.getCause().getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectException("Stopped while waiting for the broker", e);
    }
  }

  @Override
  public void close(Collection<TopicPartition> partitions) {
    underway.clear();
    super.close(partitions);
  }

  @Override
  public void stop() {
    if (client != null) {
      MqttConnection.close(client);
    }
  }
}
