package io.confluent.ksql.engine.command;

import io.confluent.ksql.planner.command.Command;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Appends to the command topic inside a fence. A transactional id has one valid producer: as long
 * as ours is valid nobody has written since it read to the end, and when another node's takes over,
 * our commit fails. The producer is made for the first command and again after another node wrote.
 */
final class CommandTopicWriter implements AutoCloseable {
  private static final int ATTEMPTS = 3;
  private static final Duration VISIBLE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Map<String, Object> clients;
  private final String topic;
  private final String transactionalId;
  private KafkaProducer<byte[], byte[]> producer;
  private CommandTopicReader reader;
  private long written;

  CommandTopicWriter(Map<String, Object> clients, String topic, String transactionalId) {
    this.clients = Map.copyOf(clients);
    this.topic = topic;
    this.transactionalId = transactionalId;
  }

  /**
   * Writes one command.
   *
   * @throws StaleLogException if there are not exactly that many commands before it
   */
  synchronized void write(Command command, long expectedOffset) {
    for (int attempt = 1; ; attempt++) {
      try {
        writeFenced(command, expectedOffset);
        return;
      } catch (ProducerFencedException | InvalidProducerEpochException e) {
        drop();
        if (attempt == ATTEMPTS) {
          throw e;
        }
      } catch (KafkaException e) {
        drop();
        throw e;
      }
    }
  }

  /** How many commands anybody has written. */
  synchronized long commands(Duration wait) {
    openReader();
    reader.readToEnd(wait);
    return reader.next();
  }

  private void writeFenced(Command command, long expectedOffset) {
    openReader();
    openProducer();
    readToEnd(Math.max(written, expectedOffset));
    if (reader.next() != expectedOffset) {
      throw new StaleLogException(expectedOffset, reader.next());
    }
    producer.beginTransaction();
    producer.send(
        new ProducerRecord<>(
            topic,
            0,
            command.commandId().getBytes(StandardCharsets.UTF_8),
            CommandRecord.write(command)));
    producer.commitTransaction();
    written = expectedOffset + 1;
  }

  /** A commit returns a little before its record can be read, so what is known is waited for. */
  private void readToEnd(long known) {
    long deadline = System.nanoTime() + VISIBLE.toNanos();
    reader.readToEnd();
    while (reader.next() < known) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("A command that was written cannot be read.");
      }
      reader.read(reader.next(), POLL);
    }
  }

  private void openReader() {
    if (reader == null) {
      reader = new CommandTopicReader(clients, topic);
    }
  }

  private void openProducer() {
    if (producer == null) {
      Map<String, Object> properties = new HashMap<>(clients);
      properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
      properties.put(ProducerConfig.ACKS_CONFIG, "all");
      properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
      producer =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
      producer.initTransactions();
    }
  }

  private void drop() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }

  @Override
  public synchronized void close() {
    drop();
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
