package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udtf.Udtf;
import io.confluent.ksql.function.udtf.UdtfDescription;
import java.util.List;

/** Fails if told to. */
@UdtfDescription(name = "throwing_udtf", description = "Fails if told to.")
public final class ThrowingUdtf {
  @Udtf
  public List<Boolean> fail(boolean fails) {
    if (fails) {
      throw new IllegalStateException("You asked me to throw...");
    }
    return List.of(false);
  }
}
