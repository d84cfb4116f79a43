package io.confluent.ksql.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultColumnTest {
  @Test
  void readsTheSchemaOfAHeader() {
    assertThat(
            ResultColumn.parse(
                "`ID` STRING KEY, `M` MAP<STRING, DECIMAL(4, 2)>, `a ``b``, <c` STRUCT<`x,` INT>"))
        .containsExactly(
            new ResultColumn("ID", "STRING", true),
            new ResultColumn("M", "MAP<STRING, DECIMAL(4, 2)>", false),
            new ResultColumn("a `b`, <c", "STRUCT<`x,` INT>", false));
  }

  @Test
  void readsNamesWithoutQuotes() {
    assertThat(ResultColumn.parse("ID BIGINT"))
        .containsExactly(new ResultColumn("ID", "BIGINT", false));
  }

  @Test
  void readsNoColumns() {
    assertThat(ResultColumn.parse("")).isEmpty();
  }
}
