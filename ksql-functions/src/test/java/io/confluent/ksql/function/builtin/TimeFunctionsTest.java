package io.confluent.ksql.function.builtin;

import static io.confluent.ksql.function.builtin.Functions.NULL_INT;
import static io.confluent.ksql.function.builtin.Functions.NULL_TEXT;
import static io.confluent.ksql.function.builtin.Functions.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.function.builtin.Functions.Null;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TimeFunctionsTest {
  private static final long DAY = 86_400_000;
  private static final Null NULL_TIMESTAMP = new Null(SqlTypes.TIMESTAMP);

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(
            "FORMAT_TIMESTAMP", "2021-05-18 17:38", at("2021-05-18T17:38:10Z"), "yyyy-MM-dd HH:mm"),
        Case.of(
            "FORMAT_TIMESTAMP",
            "19:38 o'clock",
            at("2021-05-18T17:38:10Z"),
            "HH:mm 'o''clock'",
            "Europe/Zurich"),
        Case.of(
            "FORMAT_TIMESTAMP",
            "1969-12-31T23:59:59.999",
            new Timestamp(-1),
            "yyyy-MM-dd'T'HH:mm:ss.SSS"),
        Case.of("FORMAT_TIMESTAMP", null, NULL_TIMESTAMP, "yyyy"),
        Case.of("FORMAT_TIMESTAMP", null, new Timestamp(0), NULL_TEXT),
        Case.of("TIMESTAMPTOSTRING", "1970-01-02", DAY, "yyyy-MM-dd", "UTC"),
        Case.of("PARSE_TIMESTAMP", at("2021-05-18T00:00:00Z"), "2021-05-18", "yyyy-MM-dd"),
        Case.of("PARSE_TIMESTAMP", at("2021-01-01T00:00:00Z"), "2021", "yyyy"),
        Case.of("PARSE_TIMESTAMP", at("1970-01-01T05:06:00Z"), "05:06", "HH:mm"),
        Case.of("PARSE_TIMESTAMP", at("2021-02-03T00:00:00Z"), "03-FEB-2021", "dd-MMM-yyyy"),
        Case.of(
            "PARSE_TIMESTAMP",
            at("2021-05-18T10:00:00Z"),
            "2021-05-18 12",
            "yyyy-MM-dd HH",
            "+02:00"),
        Case.of(
            "PARSE_TIMESTAMP",
            at("2021-05-18T11:00:00Z"),
            "2021-05-18 12+0100",
            "yyyy-MM-dd HHX".replace("X", "xx"),
            "+02:00"),
        Case.of(
            "PARSE_TIMESTAMP", at("2021-05-19T00:00:00Z"), "2021-05-18 24:00", "yyyy-MM-dd HH:mm"),
        Case.of("PARSE_TIMESTAMP", null, NULL_TEXT, "yyyy"),
        Case.of("STRINGTOTIMESTAMP", DAY, "1970-01-02", "yyyy-MM-dd", "UTC"),
        Case.of("FORMAT_DATE", "18.05.2021", new Date(18765 * DAY), "dd.MM.yyyy"),
        Case.of("FORMAT_TIME", "23:10", new Time(TimeUnit.MINUTES.toMillis(1390)), "HH:mm"),
        Case.of("PARSE_DATE", new Date(18765 * DAY), "18/05/2021", "dd/MM/yyyy"),
        Case.of("PARSE_DATE", new Date(18748 * DAY), "2021/05", "yyyy/MM"),
        Case.of("PARSE_TIME", new Time(TimeUnit.MINUTES.toMillis(1390)), "23:10", "HH:mm"),
        Case.of("FROM_UNIXTIME", new Timestamp(-5), -5L),
        Case.of("UNIX_TIMESTAMP", -5L, new Timestamp(-5)),
        Case.of("FROM_DAYS", new Date(-DAY), -1),
        Case.of("FROM_DAYS", null, NULL_INT),
        Case.of("UNIX_DATE", -1, new Date(-DAY)),
        Case.of(
            "CONVERT_TZ",
            at("2021-07-01T12:00:00Z"),
            at("2021-07-01T10:00:00Z"),
            "UTC",
            "Europe/Zurich"),
        Case.of(
            "CONVERT_TZ",
            at("2021-01-01T09:00:00Z"),
            at("2021-01-01T10:00:00Z"),
            "Europe/Zurich",
            "UTC"),
        Case.of("DATETOSTRING", "1970-01-02", 1, "yyyy-MM-dd"),
        Case.of("STRINGTODATE", 1, "1970-01-02", "yyyy-MM-dd"),
        Case.of("STRINGTODATE", null, NULL_TEXT, "yyyy-MM-dd"));
  }

  private static Timestamp at(String instant) {
    return Timestamp.from(java.time.Instant.parse(instant));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives(Case test) {
    test.check();
  }

  static Stream<Case> failures() {
    return Stream.of(
        Case.of("FORMAT_TIMESTAMP", "'fail'", new Timestamp(0), "'fail'{"),
        Case.of("FORMAT_TIMESTAMP", "nowhere", new Timestamp(0), "yyyy", "nowhere"),
        Case.of("PARSE_TIMESTAMP", "invalid", "invalid", "yyyy"),
        Case.of("FORMAT_DATE", "HH", new Date(0), "HH"),
        Case.of("FORMAT_TIME", "yyyy", new Time(0), "yyyy"),
        Case.of("PARSE_DATE", "time of day", "2021-05-18 01", "yyyy-MM-dd HH"),
        Case.of("PARSE_DATE", "no date", "x", "yyyy-MM-dd"),
        Case.of("PARSE_TIME", "parts of a date", "2021 01:02", "yyyy HH:mm"),
        Case.of("PARSE_TIME", "no time of day", "25:61", "HH:mm"),
        Case.of("CONVERT_TZ", "no such time zone", new Timestamp(0), "UTC", "Mars/Base"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void refuses(Case test) {
    assertThatThrownBy(() -> call(test.function(), test.arguments()))
        .hasMessageContaining((String) test.expected());
  }

  @Test
  void addsAndSubtractsUnits() {
    assertThat(Functions.callWithUnit("TIMESTAMPADD", TimeUnit.DAYS, 1, new Timestamp(5)))
        .isEqualTo(new Timestamp(DAY + 5));
    assertThat(Functions.callWithUnit("TIMESTAMPSUB", TimeUnit.SECONDS, 1, new Timestamp(5)))
        .isEqualTo(new Timestamp(-995));
    assertThat(Functions.callWithUnit("TIMESTAMPADD", TimeUnit.DAYS, NULL_INT, new Timestamp(5)))
        .isNull();
    assertThat(Functions.callWithUnit("DATEADD", TimeUnit.HOURS, 25, new Date(0)))
        .isEqualTo(new Date(DAY));
    assertThat(Functions.callWithUnit("DATESUB", TimeUnit.HOURS, 1, new Date(0)))
        .isEqualTo(new Date(-DAY));
    assertThat(Functions.callWithUnit("TIMEADD", TimeUnit.HOURS, 2, new Time(DAY - 1)))
        .isEqualTo(new Time(7_199_999));
    assertThat(Functions.callWithUnit("TIMESUB", TimeUnit.HOURS, 50, new Time(0)))
        .isEqualTo(new Time(DAY - 7_200_000));
  }

  @Test
  void readsTheClock() {
    long before = System.currentTimeMillis();
    assertThat((Long) call("UNIX_TIMESTAMP")).isBetween(before, before + 60_000);
    assertThat((Integer) call("UNIX_DATE"))
        .isBetween((int) (before / DAY), (int) (before / DAY) + 1);
  }
}
