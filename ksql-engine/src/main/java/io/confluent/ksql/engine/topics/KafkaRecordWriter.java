package io.confluent.ksql.engine.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records with one producer, which is made for the first of them. */
public final class KafkaRecordWriter implements RecordWriter {
  private final Map<String, Object> clients;
  private KafkaProducer<byte[], byte[]> producer;

  /** A writer to the cluster that these properties of Kafka's clients name. */
  public KafkaRecordWriter(Map<String, Object> clients) {
    this.clients = Map.copyOf(clients);
  }

  @Override
  public void write(OutgoingRecord record) {
    write(List.of(record));
  }

  @Override
  public void write(List<OutgoingRecord> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    String topic = "";
    try {
      for (OutgoingRecord record : records) {
        topic = record.topic();
        sent.add(
            producer()
                .send(
                    new ProducerRecord<>(
                        topic, null, record.timestamp(), record.key(), record.value())));
      }
      sent.forEach(KafkaCalls::get);
    } catch (KafkaException e) {
      throw KafkaCalls.failure("The row was not written to topic " + topic, e);
    }
  }

  private synchronized KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      Map<String, Object> properties = new HashMap<>(clients);
      properties.put(ProducerConfig.ACKS_CONFIG, "all");
      properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
      producer =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close();
      producer = null;
    }
  }
}
