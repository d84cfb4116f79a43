package io.confluent.ksql.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.physical.ForeignKeyJoinStep;
import io.confluent.ksql.planner.physical.JoinKind;
import io.confluent.ksql.planner.physical.JoinStep;
import io.confluent.ksql.planner.physical.JoinWindow;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.RepartitionStep;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Joins on a broker, with the topics that lie between. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class JoinsOnKafkaTest extends BrokerFixture {
  private static ScanStep side(String id, Source.Kind kind, String topic, Schema columns) {
    FormatSpec key = columns.key().get(0).type().equals(SqlTypes.STRING) ? KAFKA : JSON_KEY;
    return new ScanStep(
        new StepId(id),
        kind,
        id,
        topic,
        key,
        JSON,
        columns,
        List.of(),
        columns,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The columns of a joined row under names of their own. */
  private static Step named(Step join) {
    return new ProjectStep(
        new StepId("Project"),
        join,
        List.of("K"),
        List.of(
            new NamedExpr("V", ColumnRef.value(0, "V", SqlTypes.INTEGER)),
            new NamedExpr("W", ColumnRef.value(1, "V", SqlTypes.INTEGER))));
  }

  private String secondInput() throws ExecutionException, InterruptedException {
    String topic = "second-" + UUID.randomUUID();
    admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
    return topic;
  }

  @Test
  void joinsTwoStreamsWithinATime() throws Exception {
    String second = secondInput();
    Duration minute = Duration.ofMinutes(1);
    Step join =
        new JoinStep(
            new StepId("Join"),
            side("KafkaTopic_Left", Source.Kind.STREAM, input, COLUMNS),
            new RepartitionStep(
                new StepId("Join-right"),
                side("KafkaTopic_Right", Source.Kind.STREAM, second, COLUMNS),
                KAFKA,
                JSON),
            JoinKind.INNER,
            Optional.of(new JoinWindow(minute, minute, minute, JoinWindow.Unmatched.WHEN_CLOSED)),
            KAFKA,
            JSON);
    runner.start(query("CSAS_OUT_20", named(join), PersistentQuery.State.RUNNING));
    write("a", "{\"V\":1}");
    write("b", "{\"V\":2}");
    producer.send(new ProducerRecord<>(second, "a", "{\"V\":10}"));
    producer.flush();

    assertThat(written(1)).containsExactly("a{\"V\":1,\"W\":10}");
  }

  @Test
  void joinsATableToTheRowsThatItNames() throws Exception {
    String second = secondInput();
    Schema numbers =
        new Schema(
            List.of(new Column("N", SqlTypes.INTEGER)), List.of(new Column("W", SqlTypes.INTEGER)));
    Step join =
        new ForeignKeyJoinStep(
            new StepId("Join"),
            side("KafkaTopic_Left-Reduce", Source.Kind.TABLE, input, COLUMNS),
            side("KafkaTopic_Right-Reduce", Source.Kind.TABLE, second, numbers),
            JoinKind.INNER,
            ColumnRef.value(0, "V", SqlTypes.INTEGER),
            KAFKA,
            JSON_KEY,
            JSON);
    runner.start(query("CTAS_OUT_21", named(join), PersistentQuery.State.RUNNING));
    write("a", "{\"V\":7}");
    write("b", "{\"V\":8}");
    producer.send(new ProducerRecord<>(second, "7", "{\"W\":70}"));
    producer.flush();

    assertThat(written(1)).containsExactly("a{\"V\":7,\"W\":70}");
  }
}
