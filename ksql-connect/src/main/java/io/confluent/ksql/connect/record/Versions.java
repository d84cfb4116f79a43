package io.confluent.ksql.connect.record;

import java.util.Optional;

/** The version of these plug-ins. */
public final class Versions {
  private Versions() {}

  /** As the jar says it. */
  public static String current() {
    return Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
        .orElse("0.1.0");
  }
}
