package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.RecordPlace;
import io.confluent.ksql.planner.physical.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Operations that follow each other and run in one processor. Immutable.
 *
 * @param name name of the processor: id of the last step in it
 * @param operations in order
 */
record Chain(StepId name, List<Operation.Factory> operations) {
  Chain {
    operations = List.copyOf(operations);
  }

  /** A chain that does nothing yet. */
  static Chain after(StepId step) {
    return new Chain(step, List.of());
  }

  boolean isEmpty() {
    return operations.isEmpty();
  }

  /** The chain with an operation of the next step behind it. */
  Chain then(StepId step, Operation.Factory next) {
    List<Operation.Factory> longer = new ArrayList<>(operations);
    longer.add(next);
    return new Chain(step, longer);
  }

  /** The scope of a processor of the chain. */
  static TaskScope scope(TopologyContext context, ProcessingContext processor) {
    return new TaskScope(
        context,
        () ->
            processor
                .recordMetadata()
                .filter(metadata -> metadata.topic() != null)
                .map(at -> new RecordPlace(at.topic(), at.partition(), at.offset())),
        processor::currentStreamTimeMs);
  }

  Run start(TaskScope task) {
    Operation[] made = operations.stream().map(o -> o.create(task)).toArray(Operation[]::new);
    return new Run(task, made);
  }

  /** The chain in one task. */
  static final class Run {
    private final TaskScope task;
    private final Operation[] operations;
    private final Cursor cursor = new Cursor();

    private Run(TaskScope task, Operation[] operations) {
      this.task = task;
      this.operations = operations;
    }

    /** Takes a record through the chain; null if it does not come out. */
    Cursor apply(Object key, Object value, long timestamp, Headers headers) {
      cursor.moveTo(key, value, timestamp, headers);
      for (Operation operation : operations) {
        if (!operation.apply(cursor)) {
          task.endIfFailed();
          return null;
        }
      }
      task.endIfFailed();
      return cursor;
    }

    Optional<RecordPlace> place() {
      return task.place();
    }
  }
}
