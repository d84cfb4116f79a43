package io.confluent.ksql.function.builtin.table;

import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.function.udtf.Udtf;
import io.confluent.ksql.function.udtf.UdtfDescription;
import java.util.List;

/** The SQL table function {@code EXPLODE}. */
@UdtfDescription(
    name = "explode",
    description =
        "One row for each item of a list, NULLs included; none for an empty list or NULL.")
@UdfExample(sql = "EXPLODE(ARRAY[1, 2])", result = "ARRAY[1, 2]")
public final class Explode {
  @Udtf
  public <T> List<T> explode(List<T> list) {
    return list;
  }
}
