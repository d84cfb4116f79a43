package io.confluent.ksql.planner.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypeTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int | INTEGER",
        "VARCHAR(STRING) | STRING",
        "varchar | STRING",
        "DECIMAL(4,2) | DECIMAL(4, 2)",
        "DECIMAL(4) | DECIMAL(4, 0)",
        "ARRAY<INT> | ARRAY<INTEGER>",
        "bigint ARRAY | ARRAY<BIGINT>",
        "MAP<VARCHAR, ARRAY<DOUBLE>> | MAP<STRING, ARRAY<DOUBLE>>",
        "STRUCT<> | STRUCT<>",
        "struct<a varchar, `b c` int, `d``e` bytes> | STRUCT<`A` STRING, `b c` INTEGER, `d``e` BYTES>",
      })
  void readsSqlTypes(String text, String type) {
    assertThat(TypeText.parse(text)).hasToString(type);
    assertThat(TypeText.parse(type)).isEqualTo(TypeText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T",
        "DECIMAL",
        "STRUCT",
        "OBJECT",
        "INTERVALUNIT",
        "ARRAY<T>",
        "ARRAY<DECIMAL>",
        "MAP<STRING, T>",
        "LAMBDA(T, ARRAY<S>) => R",
        "INTEGER",
        "ARRAY<MAP<K, STRUCT>>"
      })
  void readsParameterTypesBack(String text) {
    assertThat(ParameterType.parse(text)).hasToString(text);
    assertThat(ParameterType.parse(ParameterType.parse(text).toString()))
        .isEqualTo(ParameterType.parse(text));
  }

  @Test
  void hasOneFormForListsOfFixedTypes() {
    assertThat(ParameterType.array(ParameterType.parse("INT")))
        .isEqualTo(new ParameterType.Value(SqlTypes.array(SqlTypes.INTEGER)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ARRAY",
        "ARRAY<",
        "ARRAY<INT",
        "MAP<INT>",
        "STRUCT<A>",
        "STRUCT<`A INT>",
        "INT INT",
        "DECIMAL(x)",
        "DECIMAL(1,2)",
        "T",
        "STRUCT<A INT, A INT>",
        "ARRAY<T>",
        "DECIMAL"
      })
  void refusesWhatIsNoSqlType(String text) {
    assertThatThrownBy(() -> TypeText.parse(text)).isInstanceOf(KsqlException.class);
  }
}
