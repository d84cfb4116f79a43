package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.wire.WireErrorCode;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets in as many queries as the server may have at a time. Those of tables as they are now are
 * over at once and are counted by themselves.
 */
public final class QueryAdmission {
  private final Limit maxLasting;
  private final Limit maxPulls;
  private final Limit maxPullsPerSecond;
  private final Semaphore lasting;
  private final Semaphore pulls;
  private long second;
  private long pullsInSecond;

  /**
   * Nobody let in yet.
   *
   * @param maxLasting of those that go on, at a time
   * @param maxPulls of those of tables as they are now, at a time
   * @param maxPullsPerSecond of the same, in a second
   */
  public QueryAdmission(Limit maxLasting, Limit maxPulls, Limit maxPullsPerSecond) {
    this.maxLasting = maxLasting;
    this.maxPulls = maxPulls;
    this.maxPullsPerSecond = maxPullsPerSecond;
    lasting = new Semaphore(maxLasting.max());
    pulls = new Semaphore(maxPulls.max());
  }

  /**
   * How many there may be.
   *
   * @param name of the setting that says so
   * @param max the number
   */
  public record Limit(String name, int max) {
    /** As the server has it. */
    public static Limit of(Setting<Long> setting, Settings settings) {
      return new Limit(setting.name(), (int) Math.min(Integer.MAX_VALUE, settings.get(setting)));
    }
  }

  /** A place among those who are let in. */
  @FunctionalInterface
  interface Place {
    /** Gives it to others. */
    void leave();
  }

  /**
   * Lets a query in.
   *
   * @throws HttpError if there are too many
   */
  Place enter(Plan.Rows plan) {
    return plan instanceof Plan.Pull ? enterPull() : enterLasting();
  }

  /**
   * Lets in what goes on until its client has enough.
   *
   * @throws HttpError if there are too many
   */
  Place enterLasting() {
    if (!lasting.tryAcquire()) {
      throw HttpError.of(
          WireErrorCode.MAX_PUSH_QUERIES,
          "As many queries run for clients as may run at a time.",
          "End one, or raise " + maxLasting.name() + ".");
    }
    return lasting::release;
  }

  private Place enterPull() {
    if (!isInTime(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()))) {
      throw tooMany(maxPullsPerSecond);
    }
    if (!pulls.tryAcquire()) {
      throw tooMany(maxPulls);
    }
    return pulls::release;
  }

  private synchronized boolean isInTime(long now) {
    if (now != second) {
      second = now;
      pullsInSecond = 0;
    }
    return ++pullsInSecond <= maxPullsPerSecond.max();
  }

  private static HttpError tooMany(Limit limit) {
    return HttpError.of(
        WireErrorCode.TOO_MANY_REQUESTS,
        "More tables are asked than the server allows.",
        "Ask more slowly, or raise " + limit.name() + ".");
  }
}
