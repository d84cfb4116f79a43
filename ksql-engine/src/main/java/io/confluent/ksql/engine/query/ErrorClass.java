package io.confluent.ksql.engine.query;

import io.confluent.ksql.engine.topology.RecordFailedException;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.util.KsqlException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.TopologyException;

/** Whose fault it is that a query failed. */
enum ErrorClass {
  /** Who wrote the query, or what it reads. */
  USER,
  /** Kafka or the schema registry; a retry may help. */
  SYSTEM,
  /** Nobody knows. */
  UNKNOWN;

  /** The class of an error: that of the first cause that has one. */
  static ErrorClass of(Throwable error) {
    int depth = 0;
    for (Throwable t = error; t != null && depth < 20; t = t.getCause()) {
      depth++;
      if (t instanceof RecordFailedException
          || t instanceof MissingSourceTopicException
          || t instanceof TopologyException
          || t instanceof AuthorizationException
          || t instanceof KsqlException) {
        return USER;
      }
      if (t instanceof ApiException || t instanceof RegistryException) {
        return SYSTEM;
      }
    }
    return UNKNOWN;
  }

  /** Whether the same will happen again however often it is tried. */
  static boolean isPermanent(Throwable error) {
    int depth = 0;
    for (Throwable t = error; t != null && depth < 20; t = t.getCause()) {
      depth++;
      if (t instanceof RecordFailedException) {
        return true;
      }
    }
    return false;
  }
}
