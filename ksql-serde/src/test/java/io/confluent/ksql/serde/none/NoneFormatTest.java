package io.confluent.ksql.serde.none;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoneFormatTest {
  private final Format format = Formats.installed().get("none");

  @Test
  void refusesColumns() {
    assertThatThrownBy(
            () -> format.check(List.of(new Column("K", SqlTypes.STRING)), Schema.Side.KEY))
        .hasMessageContaining("NONE")
        .hasMessageContaining("`K` STRING");
  }

  @Test
  void writesNullAndIgnoresWhatItReads() {
    FormatContext context = FormatContext.of("t", Schema.Side.KEY);

    assertThat(format.encoder(List.of(), context).encode(new Object[0])).isNull();
    assertThat(format.decoder(List.of(), context).decode(new byte[] {1})).isEmpty();
    assertThat(format.decoder(List.of(), context).decode(null)).isNull();
  }
}
