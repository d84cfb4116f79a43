package io.confluent.ksql.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopScriptTest {
  private static final String SCRIPT = "stream_loop_of_test_data_into_kafka.sh";

  @TempDir Path home;

  private String run() throws Exception {
    Path tools = Files.createDirectories(home.resolve("path"));
    // All that the script needs; kcat may be installed beside it.
    executable(tools.resolve("dirname"), "exec /usr/bin/dirname \"$@\"");
    Path data = Files.createDirectories(home.resolve("test-data"));
    Path script = Files.copy(Path.of("..", "test-data", SCRIPT), data.resolve(SCRIPT));
    Path output = home.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", script.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("BROKER", "127.0.0.1:1");
    builder.environment().put("RATE", "7");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output) + "exit " + process.exitValue();
  }

  private static void executable(Path file, String command) throws IOException {
    Files.writeString(file, "#!/bin/bash\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void usesOurReplayWhereKafkacatIsMissing() throws Exception {
    Path bin = Files.createDirectories(home.resolve("bin"));
    Path replay = bin.resolve("ksql-replay");
    executable(replay, "echo \"replay: $*\"");
    assertThat(run())
        .contains(
            "replay: "
                + home.resolve("test-data").resolve("ecg_discord_test.msgs")
                + " --topic HealthSensorInputTopic --bootstrap-server 127.0.0.1:1 --rate 7 --loop")
        .endsWith("exit 0");
  }

  @Test
  void saysWhatIsMissingWhereThereIsNeither() throws Exception {
    assertThat(run()).contains("kcat", "ksql-replay").endsWith("exit 2");
  }
}
