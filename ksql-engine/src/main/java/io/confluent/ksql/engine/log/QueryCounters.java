package io.confluent.ksql.engine.log;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** How much a query has done since it was started on this node. */
public final class QueryCounters {
  private final LongAdder in = new LongAdder();
  private final LongAdder out = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final AtomicLong warnings = new AtomicLong();

  /** One more record was read. */
  public void countIn() {
    in.increment();
  }

  /** One more row was written or handed over. */
  public void countOut() {
    out.increment();
  }

  /** One more entry went to the processing log. */
  public void countError() {
    errors.increment();
  }

  /** A function warned of one more record; how many it has warned of with that. */
  public long countWarning() {
    return warnings.incrementAndGet();
  }

  /** Records read. */
  public long rowsIn() {
    return in.sum();
  }

  /** Rows written or handed over. */
  public long rowsOut() {
    return out.sum();
  }

  /** Entries of the processing log. */
  public long errors() {
    return errors.sum();
  }

  /** Records that functions warned of. */
  public long warnings() {
    return warnings.get();
  }
}
