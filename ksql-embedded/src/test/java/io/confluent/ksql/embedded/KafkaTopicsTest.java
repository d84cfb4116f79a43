package io.confluent.ksql.embedded;

import io.confluent.ksql.engine.topics.KafkaRecordWriter;
import io.confluent.ksql.engine.topics.KafkaTopicTail;
import io.confluent.ksql.engine.topics.KafkaTopics;
import io.confluent.ksql.engine.topics.RecordWriter;
import io.confluent.ksql.engine.topics.TopicTail;
import io.confluent.ksql.engine.topics.Topics;
import io.confluent.ksql.engine.topics.TopicsContract;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class KafkaTopicsTest extends TopicsContract {
  private static Admin admin;
  private static RecordWriter writer;

  @BeforeAll
  static void open() {
    admin = Admin.create(TestBroker.clients());
    writer = new KafkaRecordWriter(TestBroker.clients());
  }

  @AfterAll
  static void close() {
    writer.close();
    admin.close();
  }

  @Override
  protected Topics topics() {
    return new KafkaTopics(admin);
  }

  @Override
  protected RecordWriter writer() {
    return writer;
  }

  @Override
  protected TopicTail.Opener tails() {
    return KafkaTopicTail.on(TestBroker.clients());
  }

  @Override
  protected String newName() {
    return TestBroker.newName("topic-");
  }
}
