package io.confluent.ksql.serde.delimited;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContract;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedFormatTest extends FormatContract {
  private static final SqlType TEXT = SqlTypes.STRING;

  @Override
  protected Format format() {
    return new DelimitedFormat();
  }

  @Override
  protected Set<SqlBaseType> kinds() {
    return EnumSet.complementOf(EnumSet.of(SqlBaseType.ARRAY, SqlBaseType.MAP, SqlBaseType.STRUCT));
  }

  @Override
  protected boolean emptyTextIsNull() {
    return true;
  }

  @Test
  void keepsTheBlankBeforeAText() {
    assertThat(decode("33333, 6.90#6.89#", SqlTypes.INTEGER, TEXT))
        .containsExactly(33333, " 6.90#6.89#");
  }

  @Test
  void readsEachType() {
    assertThat(decode("TRUE,no", SqlTypes.BOOLEAN, SqlTypes.BOOLEAN)).containsExactly(true, false);
    assertThat(decode("-1,+2", SqlTypes.INTEGER, SqlTypes.BIGINT)).containsExactly(-1, 2L);
    assertThat(decode("1e3,-0.1", SqlTypes.DOUBLE, SqlTypes.DOUBLE)).containsExactly(1e3, -0.1);
    assertThat(decode("1.5", SqlTypes.decimal(4, 2))).containsExactly(new BigDecimal("1.50"));
    assertThat(decode("1000,-1", SqlTypes.TIME, SqlTypes.DATE))
        .containsExactly(new Time(1000), new Date(-86_400_000L));
  }

  @ParameterizedTest
  @CsvSource({
    "'a,,b', 'a|null|b'",
    "',', 'null|null'",
    "'\"\",x', 'null|x'",
    "'\"a\"\"b\",\"c,d\"', 'a\"b|c,d'",
    "'\"a\nb\",c', 'a\nb|c'",
    "'a\"b,c', 'a\"b|c'",
    "'\"a\"  ,b', 'a|b'",
    "'a , b ', 'a | b '",
    "'\r\n\na,b\r\nc,d', 'a|b'",
    "'a,b\n', 'a|b'",
    "'\"x\"\"\",y', 'x\"|y'"
  })
  void readsFields(String text, String fields) {
    String[] expected = fields.split("\\|", -1);
    Object[] read =
        decode(text, Collections.nCopies(expected.length, TEXT).toArray(new SqlType[0]));

    assertThat(read).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(read[i]).isEqualTo(expected[i].equals("null") ? null : expected[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\"a", "\"a\"b", "\"a\"\"", "a,b"})
  void refusesWhatIsNoRecordOfOneField(String text) {
    assertThatThrownBy(() -> decode(text, TEXT)).isInstanceOf(DecodeException.class);
  }

  @Test
  void countsTheFields() {
    assertThatThrownBy(() -> decode("1,2,3", SqlTypes.INTEGER, SqlTypes.INTEGER))
        .hasMessage("The record has 3 fields, but there are 2 columns, topic: t");
  }

  @ParameterizedTest
  @ValueSource(strings = {" 12", "12 ", "1.0", "-", "+", "2147483648", "-2147483649", "1a", "x"})
  void refusesWhatIsNoInteger(String text) {
    assertThatThrownBy(() -> decode(text, SqlTypes.INTEGER))
        .hasMessage("'" + text + "' is not a whole number of 32 bits, path: $.C0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "99999999999999999999"})
  void refusesWhatIsNoBigint(String text) {
    assertThatThrownBy(() -> decode(text, SqlTypes.BIGINT)).hasMessageContaining("64 bits");
  }

  @Test
  void refusesTimesDatesAndDecimalsOutOfBounds() {
    assertThatThrownBy(() -> decode("86400000", SqlTypes.TIME)).hasMessageContaining("TIME");
    assertThatThrownBy(() -> decode("-1", SqlTypes.TIME)).hasMessageContaining("TIME");
    assertThatThrownBy(() -> decode("2147483648", SqlTypes.DATE)).hasMessageContaining("32 bits");
    assertThatThrownBy(() -> decode("1.234", SqlTypes.decimal(3, 2)))
        .hasMessageContaining("without rounding");
    assertThatThrownBy(() -> decode("12.3", SqlTypes.decimal(3, 2)))
        .hasMessageContaining("too large");
    assertThatThrownBy(() -> decode("1e-2147483647", SqlTypes.decimal(3, 2)))
        .hasMessageContaining("without rounding");
    assertThatThrownBy(() -> decode("1e2147483647", SqlTypes.decimal(3, 2)))
        .hasMessageContaining("too large");
  }

  @Test
  void doesNotReadTheColumnsAfterTheBadOneAsAnotherRow() {
    assertThatThrownBy(() -> decode("!!,1", SqlTypes.BYTES, SqlTypes.INTEGER))
        .hasMessage("'!!' is not base64, path: $.C0");
  }

  @ParameterizedTest
  @CsvSource({
    "'a b', 'c', 'a b,c'",
    "'a,b', 'c', '\"a,b\",c'",
    "'a\"', '\"', '\"a\"\"\",\"\"\"\"'",
    "' a', 'b ', '\" a\",\"b \"'",
    "'é', 'é', '\"é\",é'",
    "'', '', '\"\",'",
    "'a', '#', 'a,\"#\"'",
    "'a\nb', 'c\rd', '\"a\nb\",\"c\rd\"'"
  })
  void quotesWhereNeeded(String first, String second, String text) {
    assertThat(encode(",", new SqlType[] {TEXT, TEXT}, first, second)).isEqualTo(text);
  }

  @Test
  void writesEachType() {
    assertThat(encode(",", new SqlType[] {SqlTypes.DOUBLE, SqlTypes.BIGINT}, 1e7, Long.MIN_VALUE))
        .isEqualTo("1.0E7,-9223372036854775808");
    assertThat(
            encode(
                ",",
                new SqlType[] {SqlTypes.decimal(3, 1), SqlTypes.INTEGER},
                new BigDecimal("1E+1").setScale(1),
                100))
        .isEqualTo("10.0,100");
    assertThat(encode(",", new SqlType[] {TEXT, TEXT}, null, "x")).isEqualTo(",x");
  }

  @Test
  void aSingleNullIsARowOfItsOwn() {
    assertThat(encode(",", new SqlType[] {TEXT}, (Object) null)).isEqualTo("\"\"");
    assertThat(decode("\"\"", TEXT)).containsExactly((Object) null);
  }

  @ParameterizedTest
  @CsvSource({"TAB, '1\ta'", "space, '1 a'", "';', '1;a'", "'€', '1€a'"})
  void separatesByOtherCharacters(String delimiter, String text) {
    assertThat(encode(delimiter, new SqlType[] {SqlTypes.INTEGER, TEXT}, 1, "a")).isEqualTo(text);
    assertThat(
            format()
                .decoder(
                    columnsOf(List.of(SqlTypes.INTEGER, TEXT)),
                    context().withOptions(Map.of("DELIMITER", delimiter)))
                .decode(text.getBytes(UTF_8)))
        .containsExactly(1, "a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<~>", "\""})
  void refusesADelimiterThatIsNotOneCharacter(String delimiter) {
    assertThatThrownBy(() -> format().checkOptions(Map.of("DELIMITER", delimiter)))
        .hasMessageContaining("elimiter");
  }

  @Property(tries = 2000)
  void readsShortNumbersAsJavaDoes(@ForAll int digits, @ForAll short scale) {
    String text = BigDecimal.valueOf(digits, Math.floorMod(scale, 14)).toPlainString();

    assertThat(decode(text, SqlTypes.DOUBLE)).containsExactly(Double.parseDouble(text));
  }

  private Object[] decode(String text, SqlType... types) {
    return format().decoder(columnsOf(List.of(types)), context()).decode(text.getBytes(UTF_8));
  }

  private String encode(String delimiter, SqlType[] types, Object... values) {
    byte[] bytes =
        format()
            .encoder(
                columnsOf(List.of(types)), context().withOptions(Map.of("DELIMITER", delimiter)))
            .encode(values);
    return new String(bytes, UTF_8);
  }
}
