package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.planner.physical.RegroupStep;
import io.confluent.ksql.row.Row;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.KeyValueMapper;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Aggregates the rows of a table: what a group holds is what its rows are now. Kafka Streams takes
 * back what a row was before it adds what the row has become.
 */
final class TableAggregator {
  private final AggregateStep step;
  private final RegroupStep grouping;
  private final GroupAggregator functions;
  private final int[][] arguments;

  TableAggregator(AggregateStep step, RegroupStep grouping, TopologyContext context) {
    this.step = step;
    this.grouping = grouping;
    this.functions = new GroupAggregator(step, context);
    this.arguments = step.calls().stream().map(TableAggregator::places).toArray(int[][]::new);
  }

  private static int[] places(Aggregation call) {
    return call.arguments().stream().mapToInt(TableAggregator::place).toArray();
  }

  private static int place(Expr argument) {
    if (argument instanceof ColumnRef column && column.side() == ColumnRef.Side.VALUE) {
      return column.index();
    }
    throw new IllegalArgumentException("Not a column of a regrouped row: " + argument);
  }

  /**
   * The table of states.
   *
   * @param regrouped rows that hold the columns of their group, then those to be aggregated
   */
  KTable<Object, Row> build(
      KTable<Object, Row> regrouped,
      Serde<Object> groupSerde,
      Serde<Row> rowSerde,
      Materialized<Object, Row, KeyValueStore<Bytes, byte[]>> store) {
    return regrouped
        .groupBy(splitting(), Grouped.with(grouping.id().path(), groupSerde, rowSerde))
        .aggregate(
            functions,
            (key, row, state) -> functions.add(event(row), state),
            (key, row, state) -> functions.undo(event(row), state),
            Named.as(step.id().name("apply")),
            store);
  }

  private KeyValueMapper<Object, Row, KeyValue<Object, Row>> splitting() {
    int width = grouping.key().size();
    return (key, row) -> KeyValue.pair(row.part(0, width), row.part(width, row.size()));
  }

  private AggregateInput.Event event(Row row) {
    Object[][] values = new Object[arguments.length][];
    for (int call = 0; call < values.length; call++) {
      values[call] = new Object[arguments[call].length];
      for (int i = 0; i < values[call].length; i++) {
        values[call][i] = row.value(arguments[call][i]);
      }
    }
    return new AggregateInput.Event(values, Optional::empty);
  }
}
