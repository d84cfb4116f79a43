package io.confluent.ksql.tools.test;

import io.confluent.ksql.util.KsqlException;

/** An assertion that does not hold. */
final class TestFailure extends KsqlException {
  TestFailure(String message) {
    super(message);
  }
}
