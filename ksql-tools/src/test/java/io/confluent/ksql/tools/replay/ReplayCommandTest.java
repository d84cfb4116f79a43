package io.confluent.ksql.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReplayCommandTest {
  private static final String FILE = "../test-data/ecg_discord_test.msgs";

  private static ReplayOptions options(String... words) {
    CommandLine command = ReplayCommand.commandLine();
    command.parseArgs(words);
    return ((ReplayCommand) command.getCommand()).options();
  }

  @Test
  void optionsMeanWhatTheySay() {
    assertThat(options(FILE, "--topic", "T")).isEqualTo(ReplayOptions.once());
    assertThat(options(FILE, "-t", "T", "--rate", "0.5", "--loop", "--key", "first-field"))
        .isEqualTo(
            new ReplayOptions(
                0.5,
                ReplayOptions.FOR_EVER,
                RecordKey.FIRST_FIELD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(
            options(FILE, "-t", "T", "--times", "3", "--event-time-start", "2025-03-01T08:00:00")
                .start())
        .contains(Instant.parse("2025-03-01T08:00:00Z"));
    assertThat(options(FILE, "-t", "T", "--event-time-step", "20").step())
        .contains(Duration.ofMillis(20));
    assertThat(options(FILE, "-t", "T", "--spread", "10m").spread())
        .contains(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--topic T                                    | FILE",
        "FILE                                         | --topic",
        "FILE --topic T --rate 0                      | rate",
        "FILE --topic T --rate fast                   | rate",
        "FILE --topic T --times 0                     | at least once",
        "FILE --topic T --times 2 --loop              | mutually exclusive",
        "FILE --topic T --event-time-step 1 --spread 1h | mutually exclusive",
        "FILE --topic T --spread tomorrow             | not a duration",
        "FILE --topic T --event-time-start tomorrow   | not a time",
        "FILE --topic T --key id                      | first-field",
        "no-such-file --topic T                       | no-such-file",
      })
  void refusesWhatItCannotDo(String words, String named) {
    StringWriter errors = new StringWriter();
    CommandLine command = ReplayCommand.commandLine().setErr(new PrintWriter(errors));
    assertThat(command.execute(words.replace("FILE", FILE).split(" "))).isEqualTo(2);
    assertThat(errors.toString()).contains(named);
  }

  @Test
  void helpNamesEveryOptionOfTheDocuments() {
    assertThat(ReplayCommand.commandLine().getUsageMessage())
        .contains("--rate", "--loop", "--times", "--event-time-start", "--spread", "--key");
  }

  @ParameterizedTest
  @CsvSource({
    "1500, 1970-01-01T00:00:01.500Z",
    "2025-03-01T08:00:00+01:00, 2025-03-01T07:00:00Z",
    "2025-03-01T08:00, 2025-03-01T08:00:00Z"
  })
  void readsTimes(String text, Instant time) {
    assertThat(TimeTexts.instant(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "5ms, 5", "5s, 5000", "5m, 300000", "5h, 18000000", "5D, 432000000"})
  void readsDurations(String text, long ms) {
    assertThat(TimeTexts.duration(text)).isEqualTo(Duration.ofMillis(ms));
    assertThatThrownBy(() -> TimeTexts.duration("-" + text))
        .isInstanceOf(CommandLine.TypeConversionException.class);
  }

  @Test
  void progressCountsAndDivides() {
    assertThat(Progress.line(30, Duration.ofSeconds(4)))
        .isEqualTo("30 messages in 4.0 s, 7.5 a second");
    assertThat(Progress.line(1, Duration.ZERO)).isEqualTo("1 message in 0.0 s, 0.0 a second");
  }
}
