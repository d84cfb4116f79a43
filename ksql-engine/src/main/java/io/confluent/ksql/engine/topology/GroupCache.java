package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.WindowInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;

/**
 * States of groups as objects, in front of the store that keeps them as bytes: a group with many
 * events is read and written once in a while and not at each of them. The first event of a group
 * goes on to the store and comes back with the state; those after it change the state here, until
 * it is handed on: before each commit, so that nothing is lost; before a window closes, or its
 * store would not take it; and regularly, so that who looks into the store sees it.
 *
 * <p>Owned by the thread of a task.
 */
final class GroupCache {
  /** Of groups; the cache is begun anew when there are more. */
  private static final int CAPACITY = 10_000;

  private static final long NEVER = Long.MAX_VALUE;

  private final GroupAggregator aggregator;
  private final Serializer<Object> keys;
  private final long size;
  private final long grace;
  private final FixedKeyProcessorContext<Object, AggregateInput> context;
  private final InternalProcessorContext<Object, AggregateInput> internals;
  private final ProcessorNode<?, ?, ?, ?> node;
  private final Map<Group, State> states = new HashMap<>();
  private final List<State> changed = new ArrayList<>();
  private long streamTime;
  private long firstEnd = NEVER;

  /**
   * A cache for the step of a processor that is being initialized.
   *
   * @param keys writes the keys of the store: groups are the same when their bytes are
   */
  GroupCache(
      AggregateStep step,
      GroupAggregator aggregator,
      Serializer<Object> keys,
      FixedKeyProcessorContext<Object, AggregateInput> context) {
    this.aggregator = aggregator;
    this.keys = keys;
    this.size = step.windowing().map(windows -> windows.size().toMillis()).orElse(0L);
    this.grace = step.windowing().map(windows -> windows.grace().toMillis()).orElse(0L);
    this.context = context;
    this.internals = internals(context);
    this.node = internals.currentNode();
  }

  void flushBefore(BeforeCommit commit) {
    commit.set(this::flush, this::clear);
  }

  void flushEvery(Duration delay) {
    context.schedule(delay, PunctuationType.WALL_CLOCK_TIME, now -> flush());
  }

  /** Whether an event belongs to one group only, whose changes may be seen together. */
  static boolean suits(AggregateStep step) {
    return step.emit() == AggregateStep.Emission.CHANGES
        && step.windowing().map(GroupCache::suits).orElse(true);
  }

  private static boolean suits(WindowSpec windows) {
    return windows.type() == WindowInfo.Type.TUMBLING;
  }

  /** What is needed beyond the public interface: a commit is not a record that is processed. */
  @SuppressWarnings("unchecked")
  private static InternalProcessorContext<Object, AggregateInput> internals(
      FixedKeyProcessorContext<Object, AggregateInput> context) {
    return (InternalProcessorContext<Object, AggregateInput>) context;
  }

  private record Group(Bytes key, long window) {}

  /** The state of a group; the record that changed it last, if the store does not have it yet. */
  private static final class State {
    private Row row;
    private long timestamp;
    private FixedKeyRecord<Object, ?> record;
    private ProcessorRecordContext place;

    State(Row row, long timestamp) {
      this.row = row;
      this.timestamp = timestamp;
    }
  }

  /** Adds an event to its group, unless the window of the group has closed. */
  void add(FixedKeyRecord<Object, ?> record, AggregateInput.Event event) {
    long time = record.timestamp();
    streamTime = Math.max(streamTime, time);
    if (hasClosed(firstEnd)) {
      flush();
    }
    long start = size == 0 ? 0 : time - time % size;
    long end = size == 0 ? NEVER : start + size;
    if (hasClosed(end)) {
      return;
    }
    Group group = new Group(Bytes.wrap(keys.serialize(null, record.key())), start);
    State state = states.get(group);
    if (state == null) {
      load(group, record, event);
    } else {
      change(state, record, event, end);
    }
  }

  /** As Kafka Streams decides it. */
  private boolean hasClosed(long end) {
    return end <= streamTime - grace;
  }

  private void load(Group group, FixedKeyRecord<Object, ?> record, AggregateInput.Event event) {
    if (states.size() >= CAPACITY) {
      flush();
      states.clear();
    }
    context.forward(record.withValue(event));
    states.put(group, new State(event.state(), record.timestamp()));
  }

  private void change(
      State state, FixedKeyRecord<Object, ?> record, AggregateInput.Event event, long end) {
    state.row = aggregator.add(event, state.row);
    state.timestamp = Math.max(state.timestamp, record.timestamp());
    if (state.record == null) {
      changed.add(state);
      firstEnd = Math.min(firstEnd, end);
    }
    state.record = record;
    state.place = internals.recordContext();
  }

  /** Hands on what the store does not have yet. */
  private void flush() {
    if (changed.isEmpty()) {
      return;
    }
    ProcessorRecordContext place = internals.recordContext();
    ProcessorNode<?, ?, ?, ?> current = internals.currentNode();
    internals.setCurrentNode(node);
    try {
      for (State state : changed) {
        handOn(state);
      }
    } finally {
      internals.setRecordContext(place);
      internals.setCurrentNode(current);
    }
    changed.clear();
    firstEnd = NEVER;
  }

  private void handOn(State state) {
    if (state.record == null) {
      // The last time ended in the middle, as when Kafka took too long, and this is one more try.
      return;
    }
    internals.setRecordContext(state.place);
    context.forward(
        state
            .record
            .<AggregateInput>withValue(new AggregateInput.State(state.row))
            .withTimestamp(state.timestamp));
    state.record = null;
    state.place = null;
  }

  private void clear() {
    states.clear();
    changed.clear();
    firstEnd = NEVER;
  }
}
