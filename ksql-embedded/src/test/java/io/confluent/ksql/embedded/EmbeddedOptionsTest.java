package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class EmbeddedOptionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port-base 10000",
        "--data-dir /tmp/some,where",
        "--data-dir some/where --port-base 0",
        "--port-base 20000 --data-dir /var/ksql-1"
      })
  void ordinaryOptionsAreReadAsByPicocli(String line) {
    String[] arguments = line.split(" ");
    EmbeddedOptions read = EmbeddedOptions.ordinary(arguments).orElseThrow();

    EmbeddedOptions expected = new EmbeddedOptions();
    new CommandLine(new Program(expected)).parseArgs(arguments);
    assertThat(read).usingRecursiveComparison().isEqualTo(expected);
  }

  @Test
  void noneAreOrdinary() {
    EmbeddedOptions read = EmbeddedOptions.ordinary().orElseThrow();

    assertThat(read.dataDirectory()).isEmpty();
    assertThat(read.ports()).hasToString(PortPlan.usual().toString());
  }

  @Test
  void whatPicocliHasToUnderstandIsLeftToIt() {
    List<String> lines =
        List.of(
            "--help",
            "--port-base",
            "--port-base=1",
            "--port-base -1",
            "--port-base 99999999999",
            "--data-dir 'here'",
            "--data-dir --port-base",
            "--other 1",
            "1");
    assertThat(lines).allMatch(line -> EmbeddedOptions.ordinary(line.split(" ")).isEmpty());
  }

  @CommandLine.Command
  private static final class Program {
    @CommandLine.Mixin private final EmbeddedOptions options;

    private Program(EmbeddedOptions options) {
      this.options = options;
    }
  }
}
