package io.confluent.ksql.tools.test;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.engine.command.PersistentQueries;
import io.confluent.ksql.engine.log.ProcessingLog;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.engine.lookup.PullQueries;
import io.confluent.ksql.engine.lookup.TableState;
import io.confluent.ksql.engine.topics.InMemoryTopics;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.engine.topology.TopologyBuilder;
import io.confluent.ksql.engine.topology.TopologyContext;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.command.PlanJson;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Runs queries without a broker, each plan after a trip through JSON. A record that is written to a
 * topic goes at once through every query that reads it, and on through those that read their
 * results.
 */
final class DriverQueries implements PersistentQueries, AutoCloseable {
  private final Map<String, Running> running = new LinkedHashMap<>();
  private final InMemoryTopics topics;
  private final FunctionRegistry functions;
  private final Optional<SchemaRegistry> registry;
  private final ProcessingLog log;
  private final Path stateDirectory;

  DriverQueries(
      InMemoryTopics topics,
      FunctionRegistry functions,
      Optional<SchemaRegistry> registry,
      ProcessingLog log) {
    this.topics = topics;
    this.functions = functions;
    this.registry = registry;
    this.log = log;
    try {
      this.stateDirectory = Files.createTempDirectory("ksql-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows that answer a query of a table as it is now. */
  List<ResultRow> pull(Plan.Pull plan) {
    Running keeper = running.get(plan.keeper());
    List<ResultRow> rows = new ArrayList<>();
    try (TransientQuery query =
        new PullQueries(Clock.systemUTC())
            .run(plan, "", () -> state(keeper.driver, plan.state().stored()), keeper.context)) {
      Optional<ResultRow> row = query.next(Duration.ZERO);
      while (row.isPresent()) {
        rows.add(row.get());
        row = query.next(Duration.ZERO);
      }
    }
    return rows;
  }

  private static TableState state(TopologyTestDriver driver, Step stored) {
    String name = stored.id().path();
    if (stored.window().isEmpty()) {
      return TableState.of(driver.getTimestampedKeyValueStore(name));
    }
    return stored.window().get().type() == WindowInfo.Type.SESSION
        ? TableState.of(driver.getSessionStore(name))
        : TableState.of(driver.getTimestampedWindowStore(name));
  }

  /** A query, and how many records of each of its topics it has read. */
  private static final class Running {
    private final TopologyTestDriver driver;
    private final TopologyContext context;
    private final Map<String, Integer> read = new LinkedHashMap<>();
    private final Optional<String> sink;
    private boolean paused;

    Running(TopologyTestDriver driver, TopologyContext context, PhysicalPlan plan) {
      this.driver = driver;
      this.context = context;
      this.sink = sink(plan.root());
      sources(plan.root()).forEach(topic -> read.put(topic, 0));
    }
  }

  /** Only what the query writes is looked at. */
  @Override
  public void startFresh(PersistentQuery query, String topic) {
    start(query);
  }

  @Override
  public void start(PersistentQuery query) {
    Running started = build(query);
    running.put(query.id(), started);
    catchUp(started);
  }

  private Running build(PersistentQuery query) {
    PhysicalPlan plan = PlanJson.readPlan(PlanJson.write(query.plan()));
    Map<String, Object> properties = new HashMap<>();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, query.id());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9");
    // Every change is looked at, unless a test wants them put together.
    properties.put(
        StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
        query.settings().getOrDefault(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "0"));
    // Otherwise final results wait for the clock on the wall, which stands still in a test.
    properties.put(StreamsConfig.InternalConfig.EMIT_INTERVAL_MS_KSTREAMS_WINDOWED_AGGREGATION, 0L);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    TopologyContext context =
        new TopologyContext(
            query.id(),
            functions,
            query.settings(),
            Formats.installed(),
            registry,
            log,
            new QueryCounters(),
            TopologyContext.OnError.LOG,
            TopologyContext.OnError.LOG);
    Properties config = new Properties();
    config.putAll(properties);
    TopologyTestDriver driver =
        new TopologyTestDriver(new TopologyBuilder(context, properties).build(plan), config);
    return new Running(driver, context, plan);
  }

  private static Set<String> sources(Step step) {
    Set<String> topics = new LinkedHashSet<>();
    if (step instanceof ScanStep scan) {
      topics.add(scan.topic());
    }
    step.inputs().forEach(input -> topics.addAll(sources(input)));
    return topics;
  }

  private static Optional<String> sink(Step root) {
    return root instanceof SinkStep sink ? Optional.of(sink.topic()) : Optional.empty();
  }

  /** Keeps a record and hands it to every query that reads its topic. */
  void write(OutgoingRecord record) {
    topics.write(record);
    List.copyOf(running.values()).forEach(this::catchUp);
  }

  private void catchUp(Running query) {
    if (query.paused) {
      return;
    }
    for (String topic : query.read.keySet()) {
      List<OutgoingRecord> records = topics.records(topic);
      for (int next = query.read.get(topic); next < records.size(); next = query.read.get(topic)) {
        query.read.put(topic, next + 1);
        pipe(query, records.get(next));
      }
    }
  }

  private void pipe(Running query, OutgoingRecord record) {
    query
        .driver
        .createInputTopic(record.topic(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            new TestRecord<>(
                record.key(), record.value(), Instant.ofEpochMilli(record.timestamp())));
    query.sink.ifPresent(sink -> drain(query.driver, sink));
  }

  private void drain(TopologyTestDriver driver, String sink) {
    TestOutputTopic<byte[], byte[]> output =
        driver.createOutputTopic(sink, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    while (!output.isEmpty()) {
      TestRecord<byte[], byte[]> next = output.readRecord();
      write(new OutgoingRecord(sink, next.key(), next.value(), next.timestamp()));
    }
  }

  @Override
  public void drop(String queryId) {
    Running query = running.remove(queryId);
    if (query != null) {
      query.driver.close();
    }
  }

  /** The new plan reads on where the old one stopped. */
  @Override
  public void replace(PersistentQuery query) {
    Running old = running.get(query.id());
    if (old == null) {
      start(query);
      return;
    }
    old.driver.close();
    Running next = build(query);
    next.read.replaceAll((topic, none) -> old.read.getOrDefault(topic, 0));
    next.paused = old.paused;
    running.put(query.id(), next);
    catchUp(next);
  }

  @Override
  public void pause(String queryId) {
    running.get(queryId).paused = true;
  }

  @Override
  public void resume(String queryId) {
    Running query = running.get(queryId);
    query.paused = false;
    catchUp(query);
  }

  @Override
  public void close() {
    running.values().forEach(query -> query.driver.close());
    running.clear();
    try {
      Utils.delete(stateDirectory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
