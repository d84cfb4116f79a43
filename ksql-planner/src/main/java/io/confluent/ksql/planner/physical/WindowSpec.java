package io.confluent.ksql.planner.physical;

import io.confluent.ksql.schema.WindowInfo;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The windows of an aggregation.
 *
 * @param type kind of the windows
 * @param size length of a window; of a session, the gap that ends it
 * @param advance how far a hopping window lies behind the one before; the size for tumbling ones
 * @param grace how long after its end a window takes late rows
 * @param retention how long a window is kept
 */
public record WindowSpec(
    WindowInfo.Type type, Duration size, Duration advance, Duration grace, Duration retention) {
  public WindowSpec {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(advance, "advance");
    Objects.requireNonNull(grace, "grace");
    Objects.requireNonNull(retention, "retention");
  }

  /** How the keys of the result are windowed. */
  public WindowInfo info() {
    return new WindowInfo(
        type, type == WindowInfo.Type.SESSION ? Optional.empty() : Optional.of(size));
  }
}
