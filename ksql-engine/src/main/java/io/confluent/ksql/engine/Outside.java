package io.confluent.ksql.engine;

import io.confluent.ksql.engine.topics.RecordWriter;
import io.confluent.ksql.engine.topics.TopicTail;
import io.confluent.ksql.engine.topics.Topics;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.Objects;
import java.util.Optional;

/**
 * The world outside as the engine reaches it.
 *
 * @param topics the topics of Kafka
 * @param records how single records are written
 * @param tails how topics are read as they are
 * @param formats how records are written and read
 * @param registry the schema registry, if there is one
 */
public record Outside(
    Topics topics,
    RecordWriter records,
    TopicTail.Opener tails,
    Formats formats,
    Optional<SchemaRegistry> registry) {
  public Outside {
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(records, "records");
    Objects.requireNonNull(tails, "tails");
    Objects.requireNonNull(formats, "formats");
    Objects.requireNonNull(registry, "registry");
  }
}
