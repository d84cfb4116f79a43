package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.engine.topics.RecordWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The records of all topics of a case, in the order in which they came. For one thread. */
final class TopicRecords implements RecordWriter {
  private final Map<String, List<StoredRecord>> topics = new TreeMap<>();

  void add(String topic, StoredRecord record) {
    topics.computeIfAbsent(topic, name -> new ArrayList<>()).add(record);
  }

  /** Those of a topic, as they are now. */
  List<StoredRecord> of(String topic) {
    return List.copyOf(topics.getOrDefault(topic, List.of()));
  }

  /** Topics with records. */
  Set<String> topics() {
    return Collections.unmodifiableSet(topics.keySet());
  }

  @Override
  public void write(OutgoingRecord record) {
    add(
        record.topic(),
        new StoredRecord(record.key(), record.value(), record.timestamp(), new RecordHeaders()));
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
