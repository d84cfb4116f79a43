package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.physical.ForeignKeyJoinStep;
import io.confluent.ksql.planner.physical.JoinKind;
import io.confluent.ksql.planner.physical.JoinStep;
import io.confluent.ksql.planner.physical.JoinWindow;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.row.Row;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.JoinWindows;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.kstream.TableJoined;
import org.apache.kafka.streams.kstream.ValueJoiner;
import org.apache.kafka.streams.state.KeyValueStore;

/** Builds joins. A right join is a left one with the sides exchanged, but not the columns. */
final class JoinFlows {
  private final FlowProcessors processors;
  private final RowSerdes serdes;
  private final String applicationId;
  private final StoreOptions stores;

  JoinFlows(
      FlowProcessors processors, RowSerdes serdes, String applicationId, StoreOptions stores) {
    this.processors = processors;
    this.serdes = serdes;
    this.applicationId = applicationId;
    this.stores = stores;
  }

  /** Events with the row of a table that has their key. */
  Flow lookup(JoinStep step, Flow.Records left, Flow.Rows right) {
    KStream<Object, Row> events = joinable(step, "left", left);
    KTable<Object, Row> table = processors.rows(right);
    Joined<Object, Row, Row> joined = Joined.as(step.id().name("lookup"));
    KStream<Object, Row> result =
        step.type().keepsLeft()
            ? events.leftJoin(table, joiner(step), joined)
            : events.join(table, joiner(step), joined);
    return new Flow.Records(result, Chain.after(step.id()), false);
  }

  /** Events of two streams that are near enough in time. */
  Flow streams(JoinStep step, Flow.Records leftFlow, Flow.Records rightFlow) {
    JoinWindow within = step.within().orElseThrow();
    KStream<Object, Row> left =
        joinable(step, "left", inTime(step, leftFlow, within.after(), step.type().keepsLeft()));
    KStream<Object, Row> right =
        joinable(step, "right", inTime(step, rightFlow, within.before(), step.type().keepsRight()));
    JoinWindows windows = windows(within.before(), within.after(), within);
    ValueJoiner<Row, Row, Row> joiner = joiner(step);
    KStream<Object, Row> result =
        switch (step.type()) {
          case INNER -> left.join(right, joiner, windows, stores(step, step.left(), step.right()));
          case LEFT ->
              left.leftJoin(right, joiner, windows, stores(step, step.left(), step.right()));
          case RIGHT ->
              right.leftJoin(
                  left,
                  exchanged(joiner),
                  windows(within.after(), within.before(), within),
                  stores(step, step.right(), step.left()));
          case FULL ->
              left.outerJoin(right, joiner, windows, stores(step, step.left(), step.right()));
        };
    return new Flow.Records(result, Chain.after(step.id()), false);
  }

  private KStream<Object, Row> joinable(JoinStep step, String side, Flow.Records flow) {
    StepId check = new StepId(step.id().name(side + "-input"));
    return processors.processed(flow.then(check, Operations.requireKeyAndValue(step.id(), "join")));
  }

  /**
   * Without rows that come too late, where a grace says when that is. A side that goes on without
   * partners keeps them: they go on without.
   */
  private static Flow.Records inTime(
      JoinStep step, Flow.Records flow, Duration reach, boolean keeps) {
    JoinWindow within = step.within().orElseThrow();
    boolean waits = within.unmatched() == JoinWindow.Unmatched.WHEN_CLOSED;
    long patience = reach.plus(within.grace()).toMillis();
    return waits && !keeps ? flow.then(step.id(), Operations.dropLate(step.id(), patience)) : flow;
  }

  /** The deprecated form is the one that gives unmatched rows at once. */
  @SuppressWarnings("deprecation")
  private static JoinWindows windows(Duration before, Duration after, JoinWindow within) {
    JoinWindows windows =
        switch (within.unmatched()) {
          case AT_ONCE -> JoinWindows.of(Duration.ZERO).grace(within.grace());
          case WHEN_CLOSED -> JoinWindows.ofTimeDifferenceAndGrace(Duration.ZERO, within.grace());
        };
    return windows.before(before).after(after);
  }

  /** Rows are kept for the window and its grace, which Kafka Streams works out itself. */
  private StreamJoined<Object, Row, Row> stores(JoinStep step, Step one, Step other) {
    // Kafka Streams puts these words behind the name; a schema of keys is that of one changelog.
    boolean inner = step.type() == JoinKind.INNER;
    String ones = step.id() + (step.type() == JoinKind.FULL ? "-outer-this" : "-this");
    String others = step.id() + (inner ? "-other" : "-outer-other");
    Serde<Object> oneKeys = storeKeys(step, ones);
    Serde<Object> otherKeys = storeKeys(step, others);
    String otherChangelog = changelog(others + "-join-store");
    Serializer<Object> keys =
        (topic, key) ->
            (otherChangelog.equals(topic) ? otherKeys : oneKeys).serializer().serialize(topic, key);
    StreamJoined<Object, Row, Row> joined =
        StreamJoined.with(
                Serdes.serdeFrom(keys, oneKeys.deserializer()),
                serdes.value(
                    changelog(ones + "-join-store"), one.schema().value(), step.valueFormat()),
                serdes.value(otherChangelog, other.schema().value(), step.valueFormat()))
            .withName(step.id().path())
            .withStoreName(step.id().path());
    return stores.of(joined);
  }

  private Serde<Object> storeKeys(JoinStep step, String store) {
    return serdes.key(
        changelog(store + "-join-store"), step.schema().key(), step.keyFormat(), step.window());
  }

  /** Rows of two tables that have the same key. */
  Flow tables(JoinStep step, Flow.Rows leftFlow, Flow.Rows rightFlow) {
    KTable<Object, Row> left = processors.rows(leftFlow);
    KTable<Object, Row> right = processors.rows(rightFlow);
    ValueJoiner<Row, Row, Row> joiner = joiner(step);
    Named name = Named.as(step.id().path());
    KTable<Object, Row> result =
        switch (step.type()) {
          case INNER -> left.join(right, joiner, name);
          case LEFT -> left.leftJoin(right, joiner, name);
          case RIGHT -> right.leftJoin(left, exchanged(joiner), name);
          case FULL -> left.outerJoin(right, joiner, name);
        };
    return new Flow.Rows(result, Chain.after(step.id()), false);
  }

  /** Rows of a table with the rows of another that they name. */
  Flow byForeignKey(ForeignKeyJoinStep step, Flow.Rows leftFlow, Flow.Rows rightFlow) {
    KTable<Object, Row> left = written(step, step.left(), step.leftKeyFormat(), leftFlow);
    KTable<Object, Row> right = written(step, step.right(), step.rightKeyFormat(), rightFlow);
    int place = step.foreignKey().index();
    Function<Row, Object> named =
        row -> row.value(place) == null ? null : Row.of(new Object[] {row.value(place)});
    TableJoined<Object, Object> name = TableJoined.as(step.id().path());
    // Kept, since what stands above may need the row before a change.
    Materialized<Object, Row, KeyValueStore<Bytes, byte[]>> store =
        stores
            .of(
                Materialized.<Object, Row, KeyValueStore<Bytes, byte[]>>as(
                    step.id().name("Materialize")))
            .withKeySerde(keys(step, step.left(), step.leftKeyFormat()))
            .withValueSerde(values(step, step));
    KTable<Object, Row> result =
        step.type().keepsLeft()
            ? left.leftJoin(right, named, joiner(step), name, store)
            : left.join(right, named, joiner(step), name, store);
    return new Flow.Rows(result, Chain.after(step.id()), false);
  }

  private KTable<Object, Row> written(
      ForeignKeyJoinStep step, Step side, FormatSpec keyFormat, Flow.Rows flow) {
    return processors.rows(flow, keys(step, side, keyFormat), values(step, side));
  }

  private Serde<Object> keys(ForeignKeyJoinStep step, Step side, FormatSpec format) {
    return serdes.key(changelog(step), side.schema().key(), format, Optional.empty());
  }

  private Serde<Row> values(ForeignKeyJoinStep step, Step side) {
    return serdes.value(changelog(step), side.schema().value(), step.valueFormat());
  }

  private String changelog(Step step) {
    return changelog(step.id().path());
  }

  private String changelog(String store) {
    return applicationId + "-" + store + "-changelog";
  }

  private static ValueJoiner<Row, Row, Row> joiner(Step step) {
    Row noLeft = nothing(step.inputs().get(0));
    Row noRight = nothing(step.inputs().get(1));
    return (left, right) -> (left == null ? noLeft : left).plus(right == null ? noRight : right);
  }

  private static Row nothing(Step side) {
    return Row.of(new Object[side.schema().value().size()]);
  }

  private static ValueJoiner<Row, Row, Row> exchanged(ValueJoiner<Row, Row, Row> joiner) {
    return (right, left) -> joiner.apply(left, right);
  }
}
