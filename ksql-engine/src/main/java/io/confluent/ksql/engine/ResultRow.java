package io.confluent.ksql.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A row of a result.
 *
 * @param values one a column of the SELECT list; null is SQL's NULL
 * @param tombstone whether it says that the row of its key is gone
 */
public record ResultRow(List<Object> values, boolean tombstone) {
  public ResultRow {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }
}
