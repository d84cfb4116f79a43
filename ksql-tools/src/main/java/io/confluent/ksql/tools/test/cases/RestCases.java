package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Utils;

/**
 * The cases of case files that ask a server, run on a few servers side by side. A server takes one
 * case after the other; between them everything that a case made is removed.
 */
public final class RestCases {
  static final String SERVICE_ID = "cases_";

  private static final String PROFILE = "ksql.profile";

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("ksql.service.id", SERVICE_ID),
          Map.entry("ksql.streams.auto.offset.reset", "earliest"),
          Map.entry("ksql.streams.processing.guarantee", "exactly_once_v2"),
          Map.entry("ksql.streams.commit.interval.ms", "200"),
          Map.entry("ksql.streams.cache.max.bytes.buffering", "0"),
          Map.entry("ksql.streams.num.stream.threads", "1"),
          // What a busy broker refuses it takes a moment later.
          Map.entry("ksql.query.retry.backoff.initial.ms", "200"),
          Map.entry("ksql.query.retry.backoff.max.ms", "1000"),
          Map.entry("ksql.select.stream.default.emit", "NONE"),
          Map.entry("ksql.query.pull.table.scan.enabled", "true"),
          Map.entry("ksql.query.push.v2.enabled", "true"));

  private final FunctionRegistry functions;
  private final RestServers servers;
  private final int lanes;
  private final Duration limit;
  private final Map<String, String> settings;

  /**
   * Cases on servers.
   *
   * @param functions those of the servers, for reading the cases' statements here too
   * @param lanes on how many servers at a time
   * @param limit how long a case may take
   * @param profile {@code ksql.profile} of the servers
   */
  public RestCases(
      FunctionRegistry functions, RestServers servers, int lanes, Duration limit, String profile) {
    this.functions = Objects.requireNonNull(functions, "functions");
    this.servers = Objects.requireNonNull(servers, "servers");
    this.lanes = lanes;
    this.limit = Objects.requireNonNull(limit, "limit");
    settings = new HashMap<>(SETTINGS);
    settings.put(PROFILE, profile);
  }

  /**
   * Runs the cases of files, or of all {@code .json} files below directories.
   *
   * @param wanted the names of those to be run
   * @return how they ended, in their order
   */
  public List<Cases.Result> run(Collection<Path> paths, Predicate<String> wanted) {
    List<TestCase> cases = new ArrayList<>();
    for (Path file : Cases.files(paths)) {
      CaseFile.read(file).stream().filter(test -> wanted.test(test.name())).forEach(cases::add);
    }
    Map<String, Cases.Result> results = new ConcurrentHashMap<>();
    run(cases, Math.min(lanes, cases.size()), results);
    // Beside others a case may wait in vain for what it gets alone.
    run(cases.stream().filter(test -> !results.get(test.name()).passed()).toList(), 1, results);
    return cases.stream().map(test -> results.get(test.name())).toList();
  }

  private void run(List<TestCase> cases, int count, Map<String, Cases.Result> results) {
    Queue<TestCase> left = new ConcurrentLinkedQueue<>(cases);
    if (cases.isEmpty()) {
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, count));
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int lane = i;
        running.add(pool.submit(() -> runLane(lane, left, results)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KsqlException("Interrupted", e);
    } catch (ExecutionException e) {
      throw new KsqlException("The cases could not be run: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  private void runLane(int lane, Queue<TestCase> left, Map<String, Cases.Result> results) {
    Path directory = newDirectory();
    ExecutorService worker =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "cases-" + lane);
              thread.setDaemon(true);
              return thread;
            });
    try (RestServers.Running server = servers.start(directory, settings);
        RestLane site = new RestLane(server, functions, directory, lane)) {
      for (TestCase test = left.poll(); test != null; test = left.poll()) {
        results.put(test.name(), result(test, site, worker));
      }
    } finally {
      worker.shutdownNow();
      delete(directory);
    }
  }

  private Cases.Result result(TestCase test, RestLane site, ExecutorService worker) {
    boolean fails = test.rest().flatMap(TestCase.Rest::failure).isPresent();
    Cases.Kind kind = fails ? Cases.Kind.ERROR : Cases.Kind.OUTPUT;
    return new Cases.Result(
        test.name(),
        kind,
        !test.enabled(),
        test.enabled() ? failure(test, site, worker) : Optional.empty());
  }

  private Optional<String> failure(TestCase test, RestLane site, ExecutorService worker) {
    Future<Optional<String>> run = worker.submit(() -> failure(test, site));
    try {
      return run.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      run.cancel(true);
      return Optional.of("Took longer than " + limit.toSeconds() + " s.");
    } catch (ExecutionException e) {
      return Optional.of("Crashed: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("Interrupted.");
    } finally {
      site.cleanUp();
    }
  }

  private static Optional<String> failure(TestCase test, RestLane site) {
    try {
      site.run(test);
      return Optional.empty();
    } catch (CaseFailure e) {
      return Optional.of(e.getMessage());
    } catch (RuntimeException e) {
      return Optional.of("Crashed: " + Cases.chain(e));
    }
  }

  private static Path newDirectory() {
    try {
      return Files.createTempDirectory("ksql-rest-cases");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try {
      Utils.delete(directory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
