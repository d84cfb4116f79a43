package io.confluent.ksql.planner.command;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something to be made true in the world outside, after the command is in the log. Doing it twice
 * does no harm: who appended does it before answering, who replays does it where it is missing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "duty")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Duty.CreateTopic.class, name = "createTopic:1"),
  @JsonSubTypes.Type(value = Duty.RegisterSchema.class, name = "registerSchema:1"),
  @JsonSubTypes.Type(value = Duty.DeleteTopic.class, name = "deleteTopic:1"),
  @JsonSubTypes.Type(value = Duty.EmptyTopic.class, name = "emptyTopic:1"),
})
public sealed interface Duty {
  /**
   * A topic is there.
   *
   * @param topic its name
   * @param partitions how many it has
   * @param replicas how many copies each has; -1 for the broker's default
   * @param config its configuration, as given
   */
  record CreateTopic(String topic, int partitions, short replicas, Map<String, String> config)
      implements Duty {
    public CreateTopic {
      Objects.requireNonNull(topic, "topic");
      config = Map.copyOf(config);
    }
  }

  /**
   * The registry holds the schema of these columns.
   *
   * @param topic topic that the schema is for
   * @param side half of the record that it is for
   * @param format how that half is written
   * @param columns its columns
   * @param mode whether a schema that is there already is left alone
   */
  record RegisterSchema(
      String topic, Schema.Side side, FormatSpec format, List<Column> columns, Mode mode)
      implements Duty {
    public RegisterSchema {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(side, "side");
      Objects.requireNonNull(format, "format");
      columns = List.copyOf(columns);
      Objects.requireNonNull(mode, "mode");
    }

    /** When to register. */
    public enum Mode {
      IF_ABSENT,
      ALWAYS
    }
  }

  /**
   * A topic is gone, and what the registry held for it.
   *
   * @param topic its name
   * @param subjects subjects of the registry that go with it
   */
  record DeleteTopic(String topic, List<String> subjects) implements Duty {
    public DeleteTopic {
      Objects.requireNonNull(topic, "topic");
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * A topic holds nothing when a query begins to write to it. Done by the node that appended, and
   * at no restart: by then the query's own rows are there.
   *
   * @param topic its name
   * @param queryId the query that writes to it
   */
  record EmptyTopic(String topic, String queryId) implements Duty {
    public EmptyTopic {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(queryId, "queryId");
    }
  }
}
