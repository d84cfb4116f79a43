package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How ASSERT statements wait for what they assert. */
final class Assertions {
  private static final long PAUSE_MS = 50;

  private Assertions() {}

  /**
   * Looks again and again.
   *
   * @param problem why it does not hold; empty if it does
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code ASSERTION_FAILED} if it does
   *     not hold in time
   */
  static void await(Duration timeout, Supplier<Optional<String>> problem, Span span) {
    long deadline = System.nanoTime() + timeout.toNanos();
    Optional<String> found = problem.get();
    while (found.isPresent() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      found = problem.get();
    }
    if (found.isPresent()) {
      throw Diagnostic.error(ErrorCode.ASSERTION_FAILED, span, "%s", found.get()).toException();
    }
  }
}
