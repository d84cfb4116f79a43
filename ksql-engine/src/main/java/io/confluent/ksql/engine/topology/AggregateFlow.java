package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.WindowInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.SessionStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/** Builds the grouping, windowing and store of an aggregation. */
final class AggregateFlow {
  private final AggregateStep step;
  private final TopologyContext context;
  private final Serde<Object> keySerde;
  private final Serde<Row> stateSerde;
  private final StoreOptions stores;

  AggregateFlow(
      AggregateStep step,
      TopologyContext context,
      Serde<Object> keySerde,
      Serde<Row> stateSerde,
      StoreOptions stores) {
    this.step = step;
    this.context = context;
    this.keySerde = keySerde;
    this.stateSerde = stateSerde;
    this.stores = stores;
  }

  /** The table of states, keyed by group and, if there are windows, by window. */
  KTable<Object, Row> build(Flow.Records input) {
    GroupAggregator aggregator = new GroupAggregator(step, context);
    FixedKeyProcessorSupplier<Object, Object, AggregateInput> maker =
        stores.delay().isPresent() && GroupCache.suits(step)
            ? new Cached(input.chain(), aggregator, stores.delay().get())
            : () -> new AggregateInputs(step, input.chain(), context, Optional.empty());
    KStream<Object, AggregateInput> inputs =
        FlowProcessors.processValues(input.records(), maker, step.id().name("input"));
    KGroupedStream<Object, AggregateInput> groups =
        inputs.groupByKey(Grouped.as(step.id().name("group")));
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

  /** Inputs with a cache before the store. */
  private final class Cached implements FixedKeyProcessorSupplier<Object, Object, AggregateInput> {
    private final Chain chain;
    private final GroupAggregator aggregator;
    private final Duration delay;
    private final String cacheName = step.id().name("cache");

    Cached(Chain chain, GroupAggregator aggregator, Duration delay) {
      this.chain = chain;
      this.aggregator = aggregator;
      this.delay = delay;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(BeforeCommit.named(cacheName));
    }

    @Override
    public AggregateInputs get() {
      return new AggregateInputs(step, chain, context, Optional.of(this::cache));
    }

    private GroupCache cache(FixedKeyProcessorContext<Object, AggregateInput> processor) {
      BeforeCommit beforeCommit = processor.getStateStore(cacheName);
      GroupCache cache = new GroupCache(step, aggregator, keySerde.serializer(), processor);
      cache.flushBefore(beforeCommit);
      cache.flushEvery(delay);
      return cache;
    }
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
    return stores.of(named).withKeySerde(keySerde).withValueSerde(stateSerde);
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
