package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.row.Row;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;

/** What a step gives while the topology is built: records, and what is still to be done to them. */
sealed interface Flow {
  /** The same with one more operation to be done. */
  Flow then(StepId step, Operation.Factory next);

  /**
   * Records one by one, be they events or changes of a table without a store.
   *
   * @param records before the chain
   * @param chain what is still to be done
   * @param rekeyed whether the chain gives records other keys
   */
  record Records(KStream<Object, ?> records, Chain chain, boolean rekeyed) implements Flow {
    @Override
    public Records then(StepId step, Operation.Factory next) {
      return new Records(records, chain.then(step, next), rekeyed);
    }

    Records thenRekey(StepId step, Operation.Factory next) {
      return new Records(records, chain.then(step, next), true);
    }
  }

  /**
   * A table that Kafka Streams keeps, so that the row before a change is known.
   *
   * @param table before the chain
   * @param chain what is still to be done
   * @param filtered whether the chain takes rows out
   */
  record Rows(KTable<Object, Row> table, Chain chain, boolean filtered) implements Flow {
    @Override
    public Rows then(StepId step, Operation.Factory next) {
      return new Rows(table, chain.then(step, next), filtered);
    }

    Rows thenFilter(StepId step, Operation.Factory next) {
      return new Rows(table, chain.then(step, next), true);
    }
  }
}
