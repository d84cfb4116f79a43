package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.util.KsqlException;

/** What a case says does not hold, or the case itself is wrong. */
final class CaseFailure extends KsqlException {
  CaseFailure(String message) {
    super(message);
  }

  CaseFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
