package io.confluent.ksql.function.builtin.table;

import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.function.udtf.Udtf;
import io.confluent.ksql.function.udtf.UdtfDescription;
import java.util.ArrayList;
import java.util.List;

/** The SQL table function {@code CUBE_EXPLODE}. */
@UdtfDescription(
    name = "cube_explode",
    description = "One row for each way of replacing some of the items of a list by NULL.")
@UdfExample(
    sql = "CUBE_EXPLODE(ARRAY[1, 2])",
    result = "ARRAY[ARRAY[CAST(NULL AS INT), NULL], ARRAY[NULL, 2], ARRAY[1, NULL], ARRAY[1, 2]]")
public final class CubeExplode {
  private static final int MAX_COLUMNS = 20;

  @Udtf
  public <T> List<List<T>> cubeExplode(List<T> list) {
    if (list == null) {
      return List.of();
    }
    if (list.size() > MAX_COLUMNS) {
      throw new KsqlFunctionException("A cube has at most " + MAX_COLUMNS + " columns.");
    }
    List<List<T>> rows = new ArrayList<>();
    rows.add(List.of());
    for (T item : list) {
      rows = withColumn(rows, item);
    }
    return rows;
  }

  /** Each row twice, with NULL and with the item at its end; once if the item is NULL anyway. */
  private static <T> List<List<T>> withColumn(List<List<T>> rows, T item) {
    List<List<T>> wider = new ArrayList<>();
    for (List<T> row : rows) {
      wider.add(with(row, null));
      if (item != null) {
        wider.add(with(row, item));
      }
    }
    return wider;
  }

  private static <T> List<T> with(List<T> row, T item) {
    List<T> wider = new ArrayList<>(row);
    wider.add(item);
    return wider;
  }
}
