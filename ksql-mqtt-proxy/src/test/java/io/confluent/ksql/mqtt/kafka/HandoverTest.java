package io.confluent.ksql.mqtt.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real producer under it is that of {@code MqttOrderTest}. */
class HandoverTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private static final Duration LONG_PATIENCE = Duration.ofMinutes(2);

  private final Set<String> untaken = ConcurrentHashMap.newKeySet();
  private final Impatient producer = new Impatient();
  private final Handover handover = new Handover(producer, PATIENCE, LONG_PATIENCE);
  private final List<String> outcomes = new CopyOnWriteArrayList<>();
  private volatile Supplier<RuntimeException> objection = () -> new TimeoutException("unknown");

  /** Objects as {@code KafkaProducer} does, which throws nothing that Kafka's protocol knows. */
  private final class Impatient extends MockProducer<byte[], byte[]> {
    Impatient() {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
      if (untaken.contains(record.topic())) {
        callback.onCompletion(null, objection.get());
        return null;
      }
      return super.send(record, callback);
    }
  }

  @AfterEach
  void close() {
    handover.close();
  }

  @Test
  void keepsTheOrderOfATopicAndHoldsUpNoOther() {
    untaken.add("late");
    send("late", "1");
    send("there", "2");
    send("late", "3");
    assertThat(stored()).containsExactly("2");

    untaken.clear();
    send("late", "4");
    await().until(() -> stored().size() == 4);
    assertThat(stored()).containsExactly("2", "1", "3", "4");
    assertThat(outcomes).containsExactly("2 stored", "1 stored", "3 stored", "4 stored");
  }

  @Test
  void givesUpATopicThatStaysMissingAndAsksAgainLater() {
    untaken.add("late");
    send("late", "1");
    send("late", "2");
    await().until(() -> outcomes.size() == 2);
    assertThat(outcomes).containsExactly("1 TimeoutException", "2 TimeoutException");

    untaken.clear();
    send("late", "3");
    assertThat(outcomes).last().isEqualTo("3 TimeoutException");
    await()
        .until(
            () -> {
              send("late", "4");
              return outcomes.contains("4 stored");
            });
  }

  @Test
  void waitsLongerForATopicThatWasThereBefore() throws InterruptedException {
    send("t", "1");
    untaken.add("t");
    send("t", "2");
    Thread.sleep(2 * PATIENCE.toMillis());
    assertThat(outcomes).containsExactly("1 stored");

    untaken.clear();
    await().until(() -> outcomes.contains("2 stored"));
  }

  @Test
  void topicIsNotMissingWhereMemoryWasShort() {
    objection = () -> new BufferExhaustedException("full");
    untaken.add("t");
    send("t", "1");
    await().until(() -> outcomes.contains("1 BufferExhaustedException"));

    untaken.clear();
    send("t", "2");
    assertThat(outcomes).last().isEqualTo("2 stored");
  }

  @Test
  void whatCanNeverBeStoredHoldsUpNothing() {
    objection = () -> new RecordTooLargeException("large");
    untaken.add("t");
    send("t", "1");
    untaken.clear();
    send("t", "2");

    assertThat(outcomes).containsExactly("1 RecordTooLargeException", "2 stored");
  }

  @Test
  void refusesWhatStillWaitsWhenItIsClosed() {
    untaken.add("late");
    send("late", "1");
    handover.close();

    await().until(() -> outcomes.contains("1 IllegalStateException"));
  }

  private void send(String topic, String value) {
    handover.send(
        new ProducerRecord<>(topic, value.getBytes(UTF_8)),
        failure -> outcomes.add(value + " " + word(failure)));
  }

  private static String word(Optional<Exception> failure) {
    return failure.map(Exception::getClass).map(Class::getSimpleName).orElse("stored");
  }

  private List<String> stored() {
    return producer.history().stream().map(record -> new String(record.value(), UTF_8)).toList();
  }
}
