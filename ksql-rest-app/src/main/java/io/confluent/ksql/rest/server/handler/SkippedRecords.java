package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.rest.wire.Warning;
import java.util.List;

/** Tells who starts a query that it does not read what is there already, and how it would. */
public final class SkippedRecords {
  private SkippedRecords() {}

  /**
   * The warning.
   *
   * @param count how many records lie before the place where the query begins to read
   * @return none if nothing is skipped
   */
  public static List<Warning> warnings(long count) {
    if (count == 0) {
      return List.of();
    }
    String what = count == 1 ? "1 existing record is" : count + " existing records are";
    return List.of(
        new Warning(
            what
                + " skipped: the query begins with what comes now."
                + " SET 'auto.offset.reset'='earliest'; before the statement includes "
                + (count == 1 ? "it." : "them.")));
  }
}
