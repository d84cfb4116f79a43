package io.confluent.ksql.serde.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KafkaFormatTest extends FormatContract {
  @Override
  protected Format format() {
    return new KafkaFormat();
  }

  @Override
  protected Set<SqlBaseType> kinds() {
    return Set.of(
        SqlBaseType.INTEGER,
        SqlBaseType.BIGINT,
        SqlBaseType.DOUBLE,
        SqlBaseType.STRING,
        SqlBaseType.BYTES);
  }

  @Override
  protected int maxColumns() {
    return 1;
  }

  @Test
  void writesNumbersBigEndian() {
    assertThat(encode(SqlTypes.INTEGER, -2)).containsExactly(0xFF, 0xFF, 0xFF, 0xFE);
    assertThat(encode(SqlTypes.BIGINT, 258L)).containsExactly(0, 0, 0, 0, 0, 0, 1, 2);
    assertThat(encode(SqlTypes.DOUBLE, 1.0)).containsExactly(0x3F, 0xF0, 0, 0, 0, 0, 0, 0);
    assertThat(encode(SqlTypes.STRING, "\u00e9")).containsExactly(0xC3, 0xA9);
  }

  @Test
  void writesANullColumnAsNull() {
    assertThat(encode(SqlTypes.STRING, null)).isNull();
  }

  @Test
  void refusesAnotherNumberOfBytes() {
    assertThatThrownBy(
            () ->
                format()
                    .decoder(columnsOf(List.of(SqlTypes.INTEGER)), context())
                    .decode(new byte[8]))
        .isInstanceOf(DecodeException.class)
        .hasMessage("INTEGER is 4 bytes long, not 8");
  }

  @Test
  void refusesSeveralColumns() {
    List<Column> columns = columnsOf(List.of(SqlTypes.STRING, SqlTypes.STRING));

    assertThatThrownBy(() -> format().check(columns, Schema.Side.KEY))
        .hasMessageContaining("single column");
  }

  @Test
  void writesNothingForNoColumns() {
    assertThat(format().encoder(List.of(), context()).encode(new Object[0])).isNull();
    assertThat(format().decoder(List.of(), context()).decode(new byte[3])).isEmpty();
  }

  private byte[] encode(SqlType type, Object value) {
    return format().encoder(columnsOf(List.of(type)), context()).encode(new Object[] {value});
  }
}
