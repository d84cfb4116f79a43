package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo says where it cannot begin: one line, and nothing was started. */
class DemoLauncherTest {
  /** What the launchers call, Java and Maven aside. */
  private static final List<String> TOOLS =
      List.of("bash", "cat", "dirname", "env", "grep", "head", "mkdir", "readlink", "sed", "tee");

  @TempDir Path directory;
  private Path tools;

  @BeforeEach
  void copyTools() throws IOException {
    tools = Files.createDirectories(directory.resolve("tools"));
    for (String tool : TOOLS) {
      Files.copy(
          Run.onPath(tool).orElseThrow(), tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private Path jdk(String version) throws IOException {
    return Installation.fakeJdk(
        directory.resolve("jdk"), version, "echo started; touch " + directory.resolve("started"));
  }

  private void maven(String script) throws IOException {
    Path maven =
        Files.writeString(
            tools.resolve("mvn"),
            "#!/usr/bin/env bash\nmkdir " + directory.resolve("maven") + "\n" + script + "\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
  }

  private Run demo(Installation installation) {
    return Run.of(installation.launcher("ksql-demo"), "--once").with("PATH", tools.toString());
  }

  private Installation clone(String name) throws IOException {
    return Installation.sources(directory.resolve(name));
  }

  private void assertRefused(Run.Result result, String... words) {
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors().lines()).singleElement().asString().contains(words);
    assertThat(directory.resolve("started")).doesNotExist();
  }

  @Test
  void saysThatABuildNeedsMaven() throws Exception {
    Installation clone = clone("clone");

    Run.Result result = demo(clone).with("JAVA_HOME", jdk("17.0.15").toString()).result();

    assertRefused(result, "Maven 3.8 or newer", "ksql-VERSION.tar.gz");
    assertThat(clone.home().resolve("target")).doesNotExist();
  }

  @Test
  void refusesAnOldJavaBeforeItBuilds() throws Exception {
    maven("exit 0");

    Run.Result result = demo(clone("clone")).with("JAVA_HOME", jdk("11.0.2").toString()).result();

    assertRefused(result, "Java 17 or newer is needed", "11.0.2", "JAVA_HOME");
    assertThat(directory.resolve("maven")).doesNotExist();
  }

  @Test
  void refusesAnOldJavaWhereAllIsBuilt() throws Exception {
    Installation unpacked = Installation.unpacked(directory.resolve("unpacked"));

    assertRefused(
        demo(unpacked).with("JAVA_HOME", jdk("16").toString()).result(),
        "Java 17 or newer is needed");
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    maven("exit 0");

    assertRefused(demo(clone("clone")).result(), "no java was found");
    assertThat(directory.resolve("maven")).doesNotExist();
  }

  @Test
  void startsNothingAfterABuildThatFailed() throws Exception {
    maven("echo '[ERROR] It does not compile.'; exit 1");

    Run.Result result = demo(clone("clone")).with("JAVA_HOME", jdk("17.0.15").toString()).result();

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors().lines())
        .contains("[ERROR] It does not compile.")
        .last()
        .asString()
        .startsWith("The build has failed");
    assertThat(directory.resolve("started")).doesNotExist();
  }
}
