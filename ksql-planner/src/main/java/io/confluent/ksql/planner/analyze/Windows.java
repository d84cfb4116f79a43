package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.HoppingWindow;
import io.confluent.ksql.parser.ast.SessionWindow;
import io.confluent.ksql.parser.ast.TumblingWindow;
import io.confluent.ksql.parser.ast.WindowClause;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.schema.WindowInfo;
import java.time.Duration;
import java.util.Optional;

/** Checks WINDOW and fills in its defaults. */
final class Windows {
  private static final Duration DAY = Duration.ofDays(1);

  private final AggregateStep.Emission emit;
  private final Duration finalExtra;

  private Windows(AggregateStep.Emission emit, Duration finalExtra) {
    this.emit = emit;
    this.finalExtra = finalExtra;
  }

  /**
   * The windows of a clause.
   *
   * @param emit when their results are given; without GRACE those given once do not wait
   * @param finalExtra how much longer than needed windows are kept whose results are given once
   */
  static WindowSpec of(WindowClause clause, AggregateStep.Emission emit, Duration finalExtra) {
    return new Windows(emit, finalExtra).bind(clause);
  }

  static RuntimeException finalWithoutWindows(Span query) {
    return error(query, "EMIT FINAL needs an aggregation by windows.");
  }

  private WindowSpec bind(WindowClause clause) {
    if (clause instanceof TumblingWindow w) {
      return spec(w.span(), WindowInfo.Type.TUMBLING, w.size(), w.size(), w.grace(), w.retention());
    }
    if (clause instanceof HoppingWindow w) {
      if (w.advance().isZero() || w.advance().compareTo(w.size()) > 0) {
        throw error(w.span(), "A hopping window must advance by more than 0, at most by its size.");
      }
      return spec(
          w.span(), WindowInfo.Type.HOPPING, w.size(), w.advance(), w.grace(), w.retention());
    }
    SessionWindow w = (SessionWindow) clause;
    return spec(w.span(), WindowInfo.Type.SESSION, w.gap(), w.gap(), w.grace(), w.retention());
  }

  private WindowSpec spec(
      Span span,
      WindowInfo.Type type,
      Duration size,
      Duration advance,
      Optional<Duration> grace,
      Optional<Duration> retention) {
    if (size.isZero()) {
      throw error(span, "A window must be longer than 0.");
    }
    Duration late = grace.orElseGet(() -> defaultGrace(size));
    Duration least = size.plus(late);
    Duration kept = retention.orElseGet(() -> defaultRetention(least));
    if (kept.compareTo(least) < 0) {
      throw error(
          span,
          "RETENTION must be at least the window's size and grace period, "
              + least.toMillis()
              + " ms.");
    }
    return new WindowSpec(type, size, advance, late, kept);
  }

  /**
   * A final result is read back by the record whose time closes its window. What that time puts
   * beyond the retention is gone by then and never given, so it is kept for longer.
   */
  private Duration defaultRetention(Duration least) {
    return switch (emit) {
      case CHANGES -> least;
      case FINAL -> least.plus(finalExtra);
    };
  }

  private Duration defaultGrace(Duration size) {
    boolean waits = emit == AggregateStep.Emission.CHANGES && size.compareTo(DAY) < 0;
    return waits ? DAY.minus(size) : Duration.ZERO;
  }

  private static RuntimeException error(Span span, String message) {
    return Diagnostic.error(ErrorCode.INVALID_WINDOW, span, "%s", message).toException();
  }
}
