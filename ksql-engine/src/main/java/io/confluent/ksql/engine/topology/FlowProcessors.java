package io.confluent.ksql.engine.topology;

import io.confluent.ksql.row.Row;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/** Makes the processors of flows: each runs a chain as a whole. */
final class FlowProcessors {
  private final TopologyContext context;

  FlowProcessors(TopologyContext context) {
    this.context = context;
  }

  /** The flow record by record; of a table with a store, its changes. */
  Flow.Records records(Flow flow) {
    if (flow instanceof Flow.Records records) {
      return records;
    }
    Flow.Rows rows = (Flow.Rows) flow;
    Chain chain = rows.chain();
    Named name = Named.as(chain.name().name("changes"));
    return rows.filtered()
        ? new Flow.Records(rows(rows).toStream(name), Chain.after(chain.name()), false)
        : new Flow.Records(rows.table().toStream(name), chain, false);
  }

  /** The records with the flow's chain done. */
  KStream<Object, Row> processed(Flow.Records flow) {
    Chain chain = flow.chain();
    if (chain.isEmpty()) {
      return asRows(flow.records());
    }
    if (flow.rekeyed()) {
      return process(flow.records(), () -> new RekeyProcessor(chain, context), chain.name().path());
    }
    FixedKeyProcessorSupplier<Object, Object, Row> maker =
        () -> new KeepKeyProcessor(chain, context);
    return processValues(flow.records(), maker, chain.name().path());
  }

  /** The table with the flow's chain done. A row that the chain takes out is a row deleted. */
  KTable<Object, Row> rows(Flow.Rows flow) {
    Chain chain = flow.chain();
    if (chain.isEmpty()) {
      return flow.table();
    }
    KTable<Object, Row> changed =
        flow.table()
            .transformValues(() -> new TableValues(chain, context), Named.as(chain.name().path()));
    return flow.filtered()
        ? changed.filter((key, row) -> row != null, Named.as(chain.name().name("passing")))
        : changed;
  }

  /** The same, by serdes with which Kafka Streams may write its rows; it keeps none of them. */
  KTable<Object, Row> rows(Flow.Rows flow, Serde<Object> keys, Serde<Row> values) {
    Chain chain = flow.chain();
    Materialized<Object, Row, KeyValueStore<Bytes, byte[]>> written =
        Materialized.with(keys, values);
    // Where the chain has nothing to do, its name is that of a processor already.
    String name = chain.isEmpty() ? chain.name().name("written") : chain.name().path();
    KTable<Object, Row> changed =
        flow.table()
            .transformValues(() -> new TableValues(chain, context), written, Named.as(name));
    return flow.filtered()
        ? changed.filter((key, row) -> row != null, Named.as(chain.name().name("passing")), written)
        : changed;
  }

  /** The records through a processor that runs the flow's chain itself. */
  static <K, V> KStream<K, V> process(
      KStream<Object, ?> records, ProcessorSupplier<Object, Object, K, V> maker, String name) {
    return records.process(Unbundling.of(maker), Named.as(name));
  }

  /** The same through a processor that leaves keys as they are. */
  static <V> KStream<Object, V> processValues(
      KStream<Object, ?> records, FixedKeyProcessorSupplier<Object, Object, V> maker, String name) {
    return records.processValues(Unbundling.ofFixedKeys(maker), Named.as(name));
  }

  @SuppressWarnings("unchecked")
  private static KStream<Object, Row> asRows(KStream<Object, ?> records) {
    // Only a source holds anything else, and a source's chain is never empty.
    return (KStream<Object, Row>) records;
  }
}
