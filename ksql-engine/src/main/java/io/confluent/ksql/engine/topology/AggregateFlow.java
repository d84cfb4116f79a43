package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.WindowInfo;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.EmitStrategy;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.SessionWindows;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.SessionStore;
import org.apache.kafka.streams.state.WindowStore;

/** Builds the grouping, windowing and store of an aggregation. */
final class AggregateFlow {
  private final AggregateStep step;
  private final TopologyContext context;
  private final Serde<Object> keySerde;
  private final Serde<Row> stateSerde;
  private final StoreBackup backup;

  AggregateFlow(
      AggregateStep step,
      TopologyContext context,
      Serde<Object> keySerde,
      Serde<Row> stateSerde,
      StoreBackup backup) {
    this.step = step;
    this.context = context;
    this.keySerde = keySerde;
    this.stateSerde = stateSerde;
    this.backup = backup;
  }

  /** The table of states, keyed by group and, if there are windows, by window. */
  KTable<Object, Row> build(Flow.Records input) {
    FixedKeyProcessorSupplier<Object, Object, AggregateInput> maker =
        () -> new AggregateInputs(step, input.chain(), context);
    KStream<Object, AggregateInput> inputs =
        input.records().processValues(maker, Named.as(step.id().name("input")));
    KGroupedStream<Object, AggregateInput> groups =
        inputs.groupByKey(Grouped.as(step.id().name("group")));
    GroupAggregator aggregator = new GroupAggregator(step, context);
    Named name = Named.as(step.id().name("apply"));
    if (step.windowing().isEmpty()) {
      return groups.aggregate(
          aggregator,
          aggregator,
          name,
          store(Materialized.<Object, Row, KeyValueStore<Bytes, byte[]>>as(step.id().path())));
    }
    WindowSpec windows = step.windowing().get();
    return plainKeys(
        windows.type() == WindowInfo.Type.SESSION
            ? sessions(groups, aggregator, windows, name)
            : timeWindows(groups, aggregator, windows, name));
  }

  private KTable<Windowed<Object>, Row> timeWindows(
      KGroupedStream<Object, AggregateInput> groups,
      GroupAggregator aggregator,
      WindowSpec windows,
      Named name) {
    return groups
        .windowedBy(
            TimeWindows.ofSizeAndGrace(windows.size(), windows.grace())
                .advanceBy(windows.advance()))
        .emitStrategy(emission())
        .aggregate(
            aggregator,
            aggregator,
            name,
            store(Materialized.<Object, Row, WindowStore<Bytes, byte[]>>as(step.id().path()))
                .withRetention(windows.retention()));
  }

  private KTable<Windowed<Object>, Row> sessions(
      KGroupedStream<Object, AggregateInput> groups,
      GroupAggregator aggregator,
      WindowSpec windows,
      Named name) {
    return groups
        .windowedBy(SessionWindows.ofInactivityGapAndGrace(windows.size(), windows.grace()))
        .emitStrategy(emission())
        .aggregate(
            aggregator,
            aggregator,
            (key, older, newer) -> aggregator.merge(older, newer),
            name,
            store(Materialized.<Object, Row, SessionStore<Bytes, byte[]>>as(step.id().path()))
                .withRetention(windows.retention()));
  }

  private <S extends StateStore> Materialized<Object, Row, S> store(
      Materialized<Object, Row, S> named) {
    return backup.of(named).withKeySerde(keySerde).withValueSerde(stateSerde);
  }

  private EmitStrategy emission() {
    return switch (step.emit()) {
      case CHANGES -> EmitStrategy.onWindowUpdate();
      case FINAL -> EmitStrategy.onWindowClose();
    };
  }

  @SuppressWarnings("unchecked")
  private static KTable<Object, Row> plainKeys(KTable<Windowed<Object>, Row> table) {
    return (KTable<Object, Row>) (KTable<?, Row>) table;
  }
}
