package io.confluent.ksql.tools.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import io.confluent.ksql.tools.train.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TestDataTest {
  private static final Path DATA = Path.of("..", "test-data");
  private static final String SCRIPT = "stream_loop_of_test_data_into_kafka.sh";

  private static List<String> messages() throws IOException {
    return Files.readAllLines(DATA.resolve(TestData.TEST_MESSAGES));
  }

  private static String message(String id) throws IOException {
    return messages().stream()
        .filter(line -> line.startsWith(id + ","))
        .map(line -> line.substring(id.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static double score(String id) throws IOException {
    return new AnomalyKudf().anomaly(message(id));
  }

  @Test
  void filesAreWhatTheProgramWrites(@TempDir Path fresh) throws IOException {
    assertThat(new CommandLine(new WriteTestData()).execute(fresh.toString())).isZero();
    for (String file :
        List.of(TestData.TEST_ROWS, TestData.TEST_MESSAGES, TestData.TRAINING_ROWS)) {
      assertThat(DATA.resolve(file)).hasSameTextualContentAs(fresh.resolve(file));
    }
  }

  @Test
  void trainingRowsAreThoseOfTheBundledModel() throws IOException {
    double[][] rows = new BeatSimulator(Recipe.BUNDLED.beatSeed()).next(Recipe.BUNDLED.rows());
    List<String> lines = Files.readAllLines(DATA.resolve(TestData.TRAINING_ROWS));
    assertThat(lines).hasSize(rows.length);
    for (int i = 0; i < rows.length; i++) {
      String[] numbers = lines.get(i).split(",");
      for (int j = 0; j < numbers.length; j++) {
        assertThat(Double.parseDouble(numbers[j])).isEqualTo(rows[i][j]);
      }
    }
  }

  @Test
  void messagesAreTheRowsNumbered() throws IOException {
    List<String> rows = Files.readAllLines(DATA.resolve(TestData.TEST_ROWS));
    List<String> expected = new ArrayList<>();
    for (String row : rows) {
      assertThat(row.split(",")).hasSize(210);
      expected.add(expected.size() + 1 + "," + row.replace(',', '#'));
    }
    assertThat(rows).hasSize(23);
    assertThat(messages()).startsWith(expected.toArray(new String[0]));
  }

  @Test
  void holdsTheMessagesOfTheDocuments() throws IOException {
    assertThat(messages()).containsSequence(DocumentMessages.lines());
    assertThat(message("33333")).startsWith(" 6.90#6.89#").endsWith("#5.05#5.04");
    assertThat(message("106")).startsWith(" 9.88# 9.13#").endsWith(" 9.10# 9.08");
    assertThat(message("99999")).contains(" 4.53#4.80# ").endsWith(" 2.10# 2.08");
  }

  @Test
  void scoresAreThoseOfTheReadme() throws IOException {
    for (int id = 1; id <= 18; id++) {
      assertThat(score(String.valueOf(id))).as("row " + id).isLessThan(0.1);
    }
    for (int id = 19; id <= 23; id++) {
      assertThat(score(String.valueOf(id))).as("row " + id).isGreaterThan(1.3);
    }
    assertThat(score("23")).isGreaterThan(10);
    assertThat(score("99999")).isLessThan(0.1);
    assertThat(score("33333")).isGreaterThan(1.3);
    assertThat(score("106")).isGreaterThan(1.5);
    assertThatThrownBy(() -> score("24"))
        .isInstanceOf(KsqlFunctionException.class)
        .hasMessage("209 numbers found, 210 expected");
  }

  @Test
  void generatedReadingsScoreAsAnomalies() throws IOException {
    Pattern regex = generatorRegex();
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      StringBuilder message = new StringBuilder();
      for (int reading = 0; reading < 210; reading++) {
        message.append(reading == 0 ? "" : "#").append(2 + random.nextInt(6)).append('.');
        message.append(random.nextInt(10)).append(1 + random.nextInt(9));
      }
      assertThat(message.toString()).matches(regex);
      assertThat(new AnomalyKudf().anomaly(message.toString())).isGreaterThan(1.3);
    }
  }

  /** The hint in the schema file, its JSON escapes undone. */
  private static Pattern generatorRegex() throws IOException {
    String schema = Files.readString(DATA.resolve("EcdSensorData.avro"));
    Matcher hint = Pattern.compile("\"regex\": \"([^\"]+)\"").matcher(schema);
    assertThat(hint.find()).isTrue();
    return Pattern.compile(hint.group(1).replace("\\\\", "\\"));
  }

  @Test
  void scriptSendsTheMessagesOverAndOver(@TempDir Path bin) throws Exception {
    Path sent = bin.resolve("sent");
    Path kcat = bin.resolve("kcat");
    Files.writeString(kcat, "#!/bin/sh\n{ echo \"$@\"; head -n 60; } > " + sent + "\n");
    assertThat(kcat.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder("bash", DATA.resolve(SCRIPT).toAbsolutePath().toString())
            .directory(bin.toFile())
            .redirectErrorStream(true)
            .redirectOutput(bin.resolve("output").toFile());
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    builder.environment().put("RATE", "5000");
    builder.environment().put("BROKER", "127.0.0.1:1");
    Process script = builder.start();
    try {
      assertThat(script.waitFor(20, TimeUnit.SECONDS)).as("ends with its producer").isTrue();
    } finally {
      script.destroyForcibly();
    }
    List<String> expected = new ArrayList<>(List.of("-P -b 127.0.0.1:1 -t HealthSensorInputTopic"));
    for (int i = 0; i < 60; i++) {
      expected.add(messages().get(i % messages().size()));
    }
    assertThat(Files.readAllLines(sent)).isEqualTo(expected);
  }

  @Test
  void scriptRefusesARateThatIsNone() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", DATA.resolve(SCRIPT).toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("RATE", "0");
    assertThat(builder.start().waitFor()).isEqualTo(2);
  }
}
