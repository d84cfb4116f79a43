package io.confluent.ksql.tools.datagen.generate;

import java.util.Random;

/** Gives one value after the other; may have state. */
@FunctionalInterface
interface Generator {
  /** The next value in a Java type of {@link io.confluent.ksql.row.Row}; null for NULL. */
  Object next(Random random);
}
