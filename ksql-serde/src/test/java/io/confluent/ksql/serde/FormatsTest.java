package io.confluent.ksql.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.serde.delimited.DelimitedFormat;
import io.confluent.ksql.setting.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private final Formats formats = Formats.installed();

  @Test
  void findsEveryFormatInAnyCase() {
    assertThat(formats.all())
        .extracting(Format::name)
        .containsExactly(
            "AVRO",
            "DELIMITED",
            "JSON",
            "JSON_ENVELOPE",
            "JSON_SR",
            "KAFKA",
            "NONE",
            "PROTOBUF",
            "PROTOBUF_NOSR");
    assertThat(formats.get("Delimited")).isInstanceOf(DelimitedFormat.class);
    assertThat(formats.find("FOO")).isEmpty();
  }

  @Test
  void saysWhichFormatWasMeant() {
    assertThatThrownBy(() -> formats.get("JSN"))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> {
              assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.INVALID_FORMAT);
              assertThat(e.diagnostic().hint()).contains("Did you mean JSON?");
            })
        .hasMessageContaining("'JSN'");
    assertThatThrownBy(() -> formats.get("SOMETHING"))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.diagnostic().hint().orElseThrow()).contains("AVRO, DELIMITED"));
  }

  @Test
  void refusesTwoFormatsOfOneName() {
    assertThatThrownBy(() -> Formats.of(List.of(new DelimitedFormat(), new DelimitedFormat())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyOptionSaysWhatItIs() {
    for (Format format : formats.all()) {
      assertThat(format.options()).extracting(Setting::doc).doesNotContain("");
    }
  }

  @Test
  void bareIsASingleKeyOrAsked() {
    FormatContext value = FormatContext.of("t", Side.VALUE);
    FormatContext key = FormatContext.of("t", Side.KEY);

    assertThat(value.isBare(1)).isFalse();
    assertThat(value.bare().isBare(1)).isTrue();
    assertThat(value.bare().isBare(2)).isFalse();
    assertThat(key.isBare(1)).isTrue();
    assertThat(key.isBare(2)).isFalse();
    assertThat(key.subject()).isEqualTo("t-key");
    assertThat(value.withOptions(Map.of("DELIMITER", ";")).option(DelimitedFormat.DELIMITER))
        .isEqualTo(";");
  }
}
