package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.FlatMapStep;
import io.confluent.ksql.planner.physical.ForeignKeyJoinStep;
import io.confluent.ksql.planner.physical.JoinStep;
import io.confluent.ksql.planner.physical.MaterializeStep;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.RegroupStep;
import io.confluent.ksql.planner.physical.RekeyStep;
import io.confluent.ksql.planner.physical.RepartitionStep;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.serde.FormatContext;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Turns steps into flows of records. Filters and projections only lengthen the chain of their flow;
 * a processor comes into being where a step needs one.
 */
final class StepFlows implements Step.Visitor<Flow> {
  private final TopologyContext context;
  private final StreamsBuilder builder;
  private final String applicationId;
  private final RowSerdes serdes;
  private final FlowProcessors processors;
  private final StoreOptions stores;
  private final boolean keepsTables;
  private final FormatContext.Texts texts;

  StepFlows(
      TopologyContext context, StreamsBuilder builder, String applicationId, StoreOptions stores) {
    this(context, builder, applicationId, stores, false, FormatContext.Texts.STRINGS);
  }

  private StepFlows(
      TopologyContext context,
      StreamsBuilder builder,
      String applicationId,
      StoreOptions stores,
      boolean keepsTables,
      FormatContext.Texts texts) {
    this.context = context;
    this.builder = builder;
    this.applicationId = applicationId;
    this.stores = stores;
    this.keepsTables = keepsTables;
    this.texts = texts;
    serdes = new RowSerdes(context.formats(), context.registry());
    processors = new FlowProcessors(context);
  }

  /** The same, but tables are kept in stores right where they are read. */
  private StepFlows keeping() {
    return new StepFlows(
        context, builder, applicationId, stores, true, FormatContext.Texts.STRINGS);
  }

  /** The same, but tables are handed on as they are read. */
  private StepFlows looking() {
    return new StepFlows(context, builder, applicationId, stores);
  }

  /** The same, but texts are handed on as they stand in records. */
  private StepFlows copying() {
    return new StepFlows(context, builder, applicationId, stores, false, FormatContext.Texts.RAW);
  }

  /** Whether nothing keeps or takes the rows on their way from a topic to the sink. */
  private static boolean isStraight(SinkStep sink) {
    Step step = sink.input();
    while (step instanceof FilterStep || step instanceof ProjectStep) {
      step = step.inputs().get(0);
    }
    return step instanceof ScanStep && step.kind() == Source.Kind.STREAM;
  }

  /** Builds a table that nothing is done with but keeping it. */
  void keep(Step root) {
    processors.rows(rows(root));
  }

  private Flow.Rows rows(Step step) {
    if (step.accept(keeping()) instanceof Flow.Rows rows) {
      return rows;
    }
    throw new IllegalArgumentException("Step " + step.id() + " gives no table");
  }

  void consume(Step root, RowConsumer consumer) {
    Flow.Records flow = processors.records(root.accept(this));
    FlowProcessors.process(
        flow.records(),
        () -> new ConsumerProcessor(root.kind(), flow.chain(), context, consumer, filters(root)),
        root.id().name("output"));
  }

  /** Whether rows are filtered that nobody keeps. */
  private static boolean filters(Step root) {
    boolean filters = false;
    Step step = root;
    while (step instanceof FilterStep || step instanceof ProjectStep) {
      filters |= step instanceof FilterStep;
      step = step.inputs().get(0);
    }
    return filters && step instanceof ScanStep;
  }

  @Override
  public Flow scan(ScanStep step) {
    Flow.Records scanned =
        new Flow.Records(source(step), Chain.after(step.id()), false)
            .then(step.id(), ScanOperations.dropUndecodable(step));
    if (step.kind() == Source.Kind.TABLE) {
      scanned = scanned.then(step.id(), ScanOperations.dropNullKeys(step));
    }
    if (ScanOperations.hasTextKey(step)) {
      scanned = scanned.then(step.id(), ScanOperations.remarkOnEnvelopes(step));
    }
    if (!step.extras().isEmpty()) {
      scanned = scanned.then(step.id(), ScanOperations.appendExtras(step));
    }
    return step.kind() == Source.Kind.TABLE && keepsTables
        ? kept(
            step.id(), scanned, step.schema(), step.keyFormat(), step.valueFormat(), step.window())
        : scanned;
  }

  private KStream<Object, Object> source(ScanStep step) {
    Schema columns = step.columns();
    Serde<Object> keys = serdes.key(step.topic(), columns.key(), step.keyFormat(), step.window());
    Serde<Row> values = serdes.value(step, texts);
    Deserializer<Object> keyReader = RowSerdes.lenient(keys.deserializer(), Schema.Side.KEY);
    Deserializer<Object> valueReader = RowSerdes.lenient(values.deserializer(), Schema.Side.VALUE);
    Consumed<Object, Object> consumed =
        Consumed.with(
                Serdes.serdeFrom(keys.serializer(), RecordBundle.keyReader(keyReader)),
                Serdes.serdeFrom(unwritten(), RecordBundle.valueReader(keyReader, valueReader)))
            .withName(step.id().name("source"));
    if (step.kind() == Source.Kind.TABLE) {
      consumed = consumed.withOffsetResetPolicy(AutoOffsetReset.earliest());
    }
    if (step.timestamp().isPresent()) {
      RowTime time = RowTime.of(step.timestamp().get(), columns);
      consumed = consumed.withTimestampExtractor(new ScanTimestamps(step.id(), time, context));
    }
    return builder.stream(step.topic(), consumed);
  }

  private static Serializer<Object> unwritten() {
    return (topic, value) -> {
      throw new IllegalStateException("Values of a source are only read: " + topic);
    };
  }

  private Flow kept(
      StepId store,
      Flow.Records changes,
      Schema schema,
      FormatSpec keyFormat,
      FormatSpec valueFormat,
      Optional<WindowInfo> window) {
    String changelog = changelog(store);
    KTable<Object, Row> table =
        processors
            .processed(changes)
            .toTable(
                Named.as(store.name("table")),
                stores
                    .of(Materialized.<Object, Row, KeyValueStore<Bytes, byte[]>>as(store.path()))
                    .withKeySerde(serdes.key(changelog, schema.key(), keyFormat, window))
                    .withValueSerde(serdes.value(changelog, schema.value(), valueFormat)));
    return new Flow.Rows(table, Chain.after(store), false);
  }

  @Override
  public Flow filter(FilterStep step) {
    Flow input = step.input().accept(this);
    if (input instanceof Flow.Rows rows) {
      return rows.thenFilter(step.id(), Operations.filterRows(step));
    }
    return input.then(
        step.id(),
        step.kind() == Source.Kind.TABLE
            ? Operations.filterRows(step)
            : Operations.filterEvents(step));
  }

  @Override
  public Flow project(ProjectStep step) {
    return step.input().accept(this).then(step.id(), Operations.project(step));
  }

  @Override
  public Flow flatMap(FlatMapStep step) {
    Flow.Records input = keyed(processors.records(step.input().accept(this)));
    FixedKeyProcessorSupplier<Object, Object, Row> maker =
        () -> new FlatMapProcessor(step, input.chain(), context);
    KStream<Object, Row> events =
        FlowProcessors.processValues(input.records(), maker, step.id().path());
    return new Flow.Records(events, Chain.after(step.id()), false);
  }

  @Override
  public Flow rekey(RekeyStep step) {
    Flow.Records input = processors.records(step.input().accept(this));
    return keepsKey(step)
        ? input.then(step.id(), Operations.rekey(step))
        : input.thenRekey(step.id(), Operations.rekey(step));
  }

  @Override
  public Flow repartition(RepartitionStep step) {
    String topic = applicationId + "-" + step.id() + "-repartition";
    KStream<Object, Row> moved =
        processors
            .processed(processors.records(step.input().accept(this)))
            .repartition(
                Repartitioned.<Object, Row>as(step.id().path())
                    .withKeySerde(
                        serdes.key(topic, step.schema().key(), step.keyFormat(), step.window()))
                    .withValueSerde(
                        serdes.value(topic, step.schema().value(), step.valueFormat())));
    return new Flow.Records(moved, Chain.after(step.id()), false);
  }

  /** The rows, each with the columns of its group in front; the aggregation above takes them. */
  @Override
  public Flow regroup(RegroupStep step) {
    KTable<Object, Row> rows = processors.rows(rows(step.input()));
    return new Flow.Rows(rows, Chain.after(step.id()), false)
        .then(new StepId(step.id().name("rows")), Operations.regroup(step));
  }

  @Override
  public Flow aggregate(AggregateStep step) {
    KTable<Object, Row> states =
        step.input() instanceof RegroupStep regroup
            ? tableStates(step, regroup)
            : eventStates(step);
    return new Flow.Rows(states, Chain.after(step.id()), false)
        .then(new StepId(step.id().name("result")), GroupAggregator.results(step));
  }

  private KTable<Object, Row> tableStates(AggregateStep step, RegroupStep regroup) {
    String topic = applicationId + "-" + regroup.id() + "-repartition";
    Schema groups = regroup.schema();
    return new TableAggregator(step, regroup, context)
        .build(
            processors.rows(rows(regroup)),
            serdes.key(topic, groups.key(), regroup.keyFormat(), Optional.empty()),
            serdes.value(topic, groups.value(), regroup.valueFormat()),
            stores
                .of(Materialized.<Object, Row, KeyValueStore<Bytes, byte[]>>as(step.id().path()))
                .withKeySerde(stateKeys(step))
                .withValueSerde(states(step)));
  }

  private KTable<Object, Row> eventStates(AggregateStep step) {
    Flow.Records input =
        processors
            .records(step.input().accept(this))
            .then(step.id(), Operations.requireKeyAndValue(step.id(), "aggregation"));
    return new AggregateFlow(step, context, stateKeys(step), states(step), stores)
        .build(keyed(input));
  }

  private Serde<Object> stateKeys(AggregateStep step) {
    return serdes.key(
        changelog(step.id()), step.schema().key(), step.keyFormat(), step.input().window());
  }

  private Serde<Row> states(AggregateStep step) {
    return serdes.value(changelog(step.id()), step.stateColumns(), step.valueFormat());
  }

  @Override
  public Flow materialize(MaterializeStep step) {
    // What is kept here need not be kept where it is read.
    Flow.Records input = processors.records(step.input().accept(looking()));
    return kept(
        step.id(), input, step.schema(), step.keyFormat(), step.valueFormat(), step.window());
  }

  @Override
  public Flow join(JoinStep step) {
    JoinFlows joins = new JoinFlows(processors, serdes, applicationId, stores);
    if (step.kind() == Source.Kind.TABLE) {
      return joins.tables(step, rows(step.left()), rows(step.right()));
    }
    Flow.Records left = processors.records(step.left().accept(this));
    return step.right().kind() == Source.Kind.TABLE
        ? joins.lookup(step, left, rows(step.right()))
        : joins.streams(step, left, processors.records(step.right().accept(this)));
  }

  @Override
  public Flow foreignKeyJoin(ForeignKeyJoinStep step) {
    return new JoinFlows(processors, serdes, applicationId, stores)
        .byForeignKey(step, rows(step.left()), rows(step.right()));
  }

  @Override
  public Flow sink(SinkStep step) {
    boolean copies = isStraight(step) && serdes.writesRawTexts(step.valueFormat());
    Flow.Records input = processors.records(step.input().accept(copies ? copying() : this));
    Serializer<Object> keys =
        serdes.key(step.topic(), step.schema().key(), step.keyFormat(), step.window()).serializer();
    Serializer<Row> values =
        serdes.value(step.topic(), step.schema().value(), step.valueFormat()).serializer();
    KStream<byte[], byte[]> encoded =
        FlowProcessors.process(
            input.records(),
            () -> new SinkProcessor(step, input.chain(), context, keys, values),
            step.id().path());
    encoded.to(
        step.topic(),
        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(step.id().name("topic")));
    return input;
  }

  /** A chain that changes keys must run before rows can be grouped by them. */
  private Flow.Records keyed(Flow.Records flow) {
    return flow.rekeyed()
        ? new Flow.Records(processors.processed(flow), Chain.after(flow.chain().name()), false)
        : flow;
  }

  /** Whether the new key is the old one; then rows are where they have to be already. */
  private static boolean keepsKey(RekeyStep step) {
    List<Column> key = step.input().schema().key();
    if (key.size() != step.key().size()) {
      return false;
    }
    for (int i = 0; i < key.size(); i++) {
      boolean same =
          step.key().get(i).expr() instanceof ColumnRef column
              && column.side() == ColumnRef.Side.KEY
              && column.index() == i;
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private String changelog(StepId store) {
    return applicationId + "-" + store + "-changelog";
  }
}
