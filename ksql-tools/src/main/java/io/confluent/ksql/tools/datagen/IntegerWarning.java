package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import java.util.Optional;

/**
 * Notices when ids outgrow INTEGER: streams often declare them so, and would read no more rows. Ids
 * that are larger from the first row on are taken to be meant so.
 */
final class IntegerWarning {
  private final String column;
  private boolean watching;
  private boolean seenSmaller;

  IntegerWarning(Column id) {
    column = id.name();
    watching = id.type().baseType() == SqlBaseType.BIGINT;
  }

  /** A warning, at the first id that needs it. */
  Optional<String> of(Object id) {
    if (!watching || !(id instanceof Long number)) {
      return Optional.empty();
    }
    if (number <= Integer.MAX_VALUE) {
      seenSmaller = true;
      return Optional.empty();
    }
    watching = false;
    return seenSmaller
        ? Optional.of(
            "%s is %d now, which is more than an INTEGER holds: streams that read it need BIGINT."
                .formatted(column, number))
        : Optional.empty();
  }
}
