package io.confluent.ksql.tools.datagen.generate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Values that come back for a while, like the addresses of visitors: some are in use at a time, and
 * each is given up after a while for a new one.
 */
final class Sessions implements Generator {
  private static final int AT_A_TIME = 5;
  private static final long SHORTEST_MS = 5_000;
  private static final long LONGEST_MS = 30_000;

  private final Generator values;
  private final Clock clock;
  private final List<Session> open = new ArrayList<>();

  Sessions(Generator values, Clock clock) {
    this.values = values;
    this.clock = clock;
  }

  private record Session(Object value, long endsAt) {}

  @Override
  public Object next(Random random) {
    long now = clock.millis();
    open.removeIf(session -> session.endsAt() <= now);
    while (open.size() < AT_A_TIME) {
      long endsAt = now + random.nextLong(SHORTEST_MS, LONGEST_MS);
      open.add(new Session(values.next(random), endsAt));
    }
    return open.get(random.nextInt(open.size())).value();
  }
}
