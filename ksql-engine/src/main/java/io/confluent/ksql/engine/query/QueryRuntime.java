package io.confluent.ksql.engine.query;

import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.engine.log.ProcessingLog;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a topology. A thread that fails waits and is replaced, since most errors pass; an
 * error that is bound to come again ends the run.
 */
final class QueryRuntime {
  private static final Logger LOG = LoggerFactory.getLogger(QueryRuntime.class);

  private final String queryId;
  private final KafkaStreams streams;
  private final Retry retry;
  private final QueryErrors errors;
  private final ProcessingLog log;
  private final Consumer<Throwable> onEnd;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean waiting;
  private volatile boolean paused;

  /**
   * Makes a run that has not started.
   *
   * @param retry whether and when threads that fail are replaced
   * @param onEnd told of an error that ends the run
   */
  QueryRuntime(
      String queryId,
      Topology topology,
      Map<String, Object> properties,
      KafkaClientSupplier clients,
      Retry retry,
      ProcessingLog log,
      Consumer<Throwable> onEnd) {
    this.queryId = Objects.requireNonNull(queryId, "queryId");
    this.retry = Objects.requireNonNull(retry, "retry");
    this.log = Objects.requireNonNull(log, "log");
    this.onEnd = Objects.requireNonNull(onEnd, "onEnd");
    errors = new QueryErrors(retry.rememberedErrors());
    Properties config = new Properties();
    config.putAll(properties);
    streams = new KafkaStreams(topology, config, clients);
    streams.setUncaughtExceptionHandler(this::afterError);
  }

  /**
   * What happens after errors.
   *
   * @param backoff how long a thread that failed waits; empty if the first error ends the run
   * @param rememberedErrors how many of the last errors are kept
   */
  record Retry(Optional<Backoff> backoff, int rememberedErrors) {
    /** The first error ends the run. */
    static Retry never() {
      return new Retry(Optional.empty(), 1);
    }
  }

  void start() {
    streams.start();
  }

  void pause() {
    paused = true;
    streams.pause();
  }

  void resume() {
    paused = false;
    streams.resume();
  }

  /** Called by the thread that fails. */
  private StreamThreadExceptionResponse afterError(Throwable error) {
    long now = System.currentTimeMillis();
    ErrorClass type = ErrorClass.of(error);
    String message = String.join(": ", ProcessingError.causesOf(error));
    errors.add(new QueryStatus.Failure(now, message, type.name()));
    log.write(
        new ProcessingError(
            ProcessingError.Type.STREAMS_THREAD,
            queryId,
            Thread.currentThread().getName(),
            message,
            ProcessingError.causesOf(error),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    if (retry.backoff().isEmpty() || ErrorClass.isPermanent(error)) {
      LOG.error("Query {} ends: {}", queryId, message, error);
      onEnd.accept(error);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    Duration wait = retry.backoff().get().afterErrorAt(now);
    LOG.warn("Query {} failed and is tried again in {}: {}", queryId, wait, message, error);
    return awaitStop(wait)
        ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
        : StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private boolean awaitStop(Duration wait) {
    waiting = true;
    try {
      return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      waiting = false;
    }
  }

  /** Stops and leaves the consumer group; false if it takes longer than that. */
  boolean stop(Duration timeout) {
    stopping.countDown();
    boolean stopped =
        streams.close(
            CloseOptions.timeout(timeout)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    if (!stopped) {
      LOG.warn("Query {} has not stopped within {} and is left alone", queryId, timeout);
    }
    return stopped;
  }

  /** Removes the local state of a run that has stopped. */
  void cleanUp() {
    try {
      streams.cleanUp();
    } catch (RuntimeException e) {
      LOG.warn("Local state of query {} could not be removed: {}", queryId, e.getMessage());
    }
  }

  KafkaStreams streams() {
    return streams;
  }

  /** Whether partitions are about to be assigned or restored. */
  boolean isStarting() {
    return !waiting
        && switch (streams.state()) {
          case CREATED, REBALANCING, RUNNING -> true;
          case PENDING_ERROR, ERROR, PENDING_SHUTDOWN, NOT_RUNNING -> false;
        };
  }

  QueryErrors errors() {
    return errors;
  }

  /** The state as people are told. */
  String state() {
    if (waiting) {
      return "ERROR";
    }
    return switch (streams.state()) {
      case CREATED, REBALANCING, RUNNING -> paused ? "PAUSED" : "RUNNING";
      case PENDING_ERROR, ERROR -> "ERROR";
      case PENDING_SHUTDOWN, NOT_RUNNING -> errors.list().isEmpty() ? "NOT_RUNNING" : "ERROR";
    };
  }
}
