package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.rest.server.ServerSettings;
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
  private final Semaphore lasting;
  private final Semaphore pull;
  private final long pullsPerSecond;
  private long second;
  private long pullsInSecond;

  /** With the limits of the server. */
  public QueryAdmission(Settings settings) {
    lasting = places(settings, ServerSettings.MAX_PUSH_QUERIES);
    pull = places(settings, ServerSettings.MAX_PULL_QUERIES);
    pullsPerSecond = settings.get(ServerSettings.PULL_QUERIES_PER_SECOND);
  }

  private static Semaphore places(Settings settings, Setting<Long> max) {
    return new Semaphore((int) Math.min(Integer.MAX_VALUE, settings.get(max)));
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
          WireErrorCode.MAX_PUSH_QUERIES.number(),
          "As many queries run for clients as may run at a time.",
          "End one, or raise " + ServerSettings.MAX_PUSH_QUERIES.name() + ".");
    }
    return lasting::release;
  }

  private Place enterPull() {
    if (!isInTime(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()))) {
      throw tooMany(ServerSettings.PULL_QUERIES_PER_SECOND);
    }
    if (!pull.tryAcquire()) {
      throw tooMany(ServerSettings.MAX_PULL_QUERIES);
    }
    return pull::release;
  }

  private synchronized boolean isInTime(long now) {
    if (now != second) {
      second = now;
      pullsInSecond = 0;
    }
    return ++pullsInSecond <= pullsPerSecond;
  }

  private static HttpError tooMany(Setting<Long> limit) {
    return HttpError.of(
        WireErrorCode.TOO_MANY_REQUESTS.number(),
        "More tables are asked than the server allows.",
        "Ask more slowly, or raise " + limit.name() + ".");
  }
}
