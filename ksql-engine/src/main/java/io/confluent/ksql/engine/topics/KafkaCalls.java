package io.confluent.ksql.engine.topics;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** How calls to Kafka are waited for, and how their failures are told. */
public final class KafkaCalls {
  private KafkaCalls() {}

  /**
   * What a call gives.
   *
   * @throws KafkaException why it failed, not wrapped
   */
  public static <T> T get(Future<T> call) {
    try {
      return call.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException cause) {
        throw cause;
      }
      throw new KafkaException(e.getCause());
    }
  }

  /** The failure for people: what was wanted, and what Kafka said. */
  public static DiagnosticException failure(String wanted, KafkaException cause) {
    return Diagnostic.error(ErrorCode.KAFKA, "%s. Kafka: %s", wanted, cause.getMessage())
        .hint("Check bootstrap.servers and that the brokers run.")
        .toException(cause);
  }
}
