package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** Builds the topology of a plan. */
public final class TopologyBuilder {
  private static final long LEAST_DELAY_MILLIS = 100;
  private static final long GREATEST_DELAY_MILLIS = 500;

  private final TopologyContext context;
  private final Map<String, Object> streamsProperties;

  /**
   * A builder for one query.
   *
   * @param context what the query runs with
   * @param streamsProperties configuration of Kafka Streams, with at least application id and
   *     brokers
   */
  public TopologyBuilder(TopologyContext context, Map<String, ?> streamsProperties) {
    this.context = Objects.requireNonNull(context, "context");
    this.streamsProperties = new HashMap<>(streamsProperties);
    this.streamsProperties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
  }

  /**
   * The topology of a plan that writes to a topic, or of one that only keeps a table.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if the plan asks for what cannot be
   *     run
   */
  public Topology build(PhysicalPlan plan) {
    StreamsBuilder builder = newBuilder();
    StepFlows flows =
        new StepFlows(context, builder, applicationId(), stores(StoreOptions.Backup.CHANGELOG));
    Step root = plan.root();
    if (root instanceof SinkStep) {
      root.accept(flows);
    } else {
      flows.keep(root);
    }
    return builder.build();
  }

  /**
   * The topology of a plan without sink, whose rows are handed to a consumer. Its stores end with
   * it: they have no changelogs.
   */
  public Topology build(PhysicalPlan plan, RowConsumer consumer) {
    StreamsBuilder builder = newBuilder();
    new StepFlows(context, builder, applicationId(), stores(StoreOptions.Backup.NONE))
        .consume(plan.root(), consumer);
    return builder.build();
  }

  private StreamsBuilder newBuilder() {
    return new StreamsBuilder(new TopologyConfig(new StreamsConfig(streamsProperties)));
  }

  private StoreOptions stores(StoreOptions.Backup backup) {
    return new StoreOptions(backup, delay(new StreamsConfig(streamsProperties)));
  }

  /** A part of the time after which changes are seen outside, so that nobody looks in vain. */
  private static Optional<Duration> delay(StreamsConfig config) {
    if (config.getLong(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG) == 0) {
      return Optional.empty();
    }
    long part = config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG) / 10;
    long delay = Math.max(LEAST_DELAY_MILLIS, Math.min(part, GREATEST_DELAY_MILLIS));
    return Optional.of(Duration.ofMillis(delay));
  }

  private String applicationId() {
    return Optional.ofNullable(streamsProperties.get(StreamsConfig.APPLICATION_ID_CONFIG))
        .map(Object::toString)
        .orElseThrow(() -> new IllegalArgumentException("An application id is needed"));
  }
}
