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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** The cases of case files, run side by side. */
public final class Cases {
  private final FunctionRegistry functions;
  private final Duration limit;

  /**
   * Cases that call these functions.
   *
   * @param limit how long a case may take
   */
  public Cases(FunctionRegistry functions, Duration limit) {
    this.functions = Objects.requireNonNull(functions, "functions");
    this.limit = Objects.requireNonNull(limit, "limit");
  }

  /** What a case is about. */
  public enum Kind {
    /** Records that queries write. */
    OUTPUT,
    /** An error. */
    ERROR
  }

  /**
   * How a case ended.
   *
   * @param name its name
   * @param kind what it is about
   * @param skipped whether it is disabled
   * @param failure what is wrong; empty if it passed
   */
  public record Result(String name, Kind kind, boolean skipped, Optional<String> failure) {
    public Result {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(failure, "failure");
    }

    /** Whether it was run and nothing was wrong. */
    public boolean passed() {
      return !skipped && failure.isEmpty();
    }
  }

  /**
   * Runs the cases of files, or of all {@code .json} files below directories.
   *
   * @param wanted the names of those to be run
   * @return how they ended, in their order
   */
  public List<Result> run(Collection<Path> paths, Predicate<String> wanted) {
    List<TestCase> cases = new ArrayList<>();
    for (Path file : files(paths)) {
      CaseFile.read(file).stream().filter(test -> wanted.test(test.name())).forEach(cases::add);
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Result>> running = new ArrayList<>();
      for (TestCase test : cases) {
        running.add(workers.submit(() -> result(test)));
      }
      List<Result> results = new ArrayList<>();
      for (Future<Result> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KsqlException("Interrupted", e);
    } catch (ExecutionException e) {
      throw new KsqlException("A case could not be run: " + e.getCause(), e);
    } finally {
      workers.shutdownNow();
    }
  }

  static List<Path> files(Collection<Path> paths) {
    List<Path> found = new ArrayList<>();
    for (Path path : paths) {
      try (Stream<Path> files = Files.walk(path)) {
        files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(found::add);
      } catch (IOException e) {
        throw new KsqlException("Case files cannot be read: " + path, e);
      }
    }
    return found;
  }

  private Result result(TestCase test) {
    Kind kind = test.error().isPresent() ? Kind.ERROR : Kind.OUTPUT;
    return new Result(
        test.name(), kind, !test.enabled(), test.enabled() ? limited(test) : Optional.empty());
  }

  /** A thread of its own can be left behind if it does not end. */
  private Optional<String> limited(TestCase test) {
    AtomicReference<Optional<String>> failure = new AtomicReference<>();
    Thread thread = new Thread(() -> failure.set(failure(test)), test.name());
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure.get() != null) {
      return failure.get();
    }
    thread.interrupt();
    return Optional.of("Took longer than " + limit.toSeconds() + " s.");
  }

  /** Whatever goes wrong in a case is a failure of that case only. */
  @SuppressWarnings("CatchingThrowable")
  private Optional<String> failure(TestCase test) {
    Path directory = null;
    try {
      directory = Files.createTempDirectory("ksql-case");
      try (CaseRun run = new CaseRun(test, functions, directory)) {
        run.run();
      }
      return Optional.empty();
    } catch (CaseFailure e) {
      return Optional.of(e.getMessage());
    } catch (Throwable e) {
      return Optional.of("Crashed: " + chain(e));
    } finally {
      delete(directory);
    }
  }

  static String chain(Throwable error) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = error; t != null; t = t.getCause()) {
      text.append(text.isEmpty() ? "" : System.lineSeparator() + "  caused by ").append(t);
      if (t.getCause() == null && t.getStackTrace().length > 0) {
        text.append(" at ").append(t.getStackTrace()[0]);
      }
    }
    return text.toString();
  }

  private static void delete(Path directory) {
    if (directory == null) {
      return;
    }
    try {
      Utils.delete(directory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
