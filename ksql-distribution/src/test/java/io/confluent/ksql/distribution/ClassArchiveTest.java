package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of loaded classes, which makes starts faster and must never be in the way. */
class ClassArchiveTest {
  private static final String FROM_ARCHIVE = "ShowLaunch source: shared objects file";

  @TempDir Path directory;
  private Installation installation;
  private Path cache;

  @BeforeEach
  void install() throws IOException {
    install("ksql");
  }

  private void install(String name) throws IOException {
    installation = Installation.unpacked(directory.resolve(name));
    Files.writeString(
        installation.home().resolve("lib/classes.list"),
        "java/lang/Object id: 0\n" + ShowLaunch.class.getName().replace('.', '/') + " id: 1\n");
    cache = directory.resolve("cache dir");
  }

  @Test
  void isMadeOfTheListedClassesAndUsed() throws Exception {
    assertThat(loading()).doesNotContain(FROM_ARCHIVE);

    make();

    assertThat(archives()).hasSize(1);
    assertThat(loading()).contains(FROM_ARCHIVE);
  }

  @Test
  void isMadeAnewWhenTheJarsChange() throws Exception {
    make();
    Object made = fileKey();
    make();
    assertThat(fileKey()).isEqualTo(made);

    changeJar(Instant.now());
    assertThat(loading()).doesNotContain(FROM_ARCHIVE);
    make();

    assertThat(archives()).hasSize(1);
    assertThat(fileKey()).isNotEqualTo(made);
    assertThat(loading()).contains(FROM_ARCHIVE);
  }

  @Test
  void javaItselfRefusesOneOfOtherJars() throws Exception {
    make();

    changeJar(Instant.EPOCH.plusSeconds(1_000_000_000));

    Run.Result result = launch("-Xlog:class+load:stdout");
    assertThat(result.output()).doesNotContain(FROM_ARCHIVE);
    assertThat(result.errors()).isEmpty();
  }

  private void changeJar(Instant time) throws IOException {
    Files.setLastModifiedTime(
        installation.home().resolve("lib/ksql-test-0.1.0.jar"), FileTime.from(time));
  }

  /** What tells the archive from another that stands in its place. */
  private Object fileKey() throws IOException {
    assertThat(archives()).hasSize(1);
    return Files.readAttributes(archives().get(0), BasicFileAttributes.class).fileKey();
  }

  @Test
  void isMadeBesideTheFirstServer() throws Exception {
    Process server =
        run("", "--for", "server", ShowLaunch.class.getName(), "stay")
            .start(directory.resolve("output"), directory.resolve("errors"));
    try {
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(
              () -> assertThat(archives()).anyMatch(file -> file.toString().endsWith(".jsa")));
    } finally {
      server.destroy();
      server.waitFor();
    }

    assertThat(directory.resolve("errors")).isEmptyFile();
    assertThat(loading()).contains(FROM_ARCHIVE);
  }

  @Test
  void brokenOnesAreNoHindrance() throws Exception {
    make();
    Path archive = archives().get(0);
    byte[] broken = Files.readAllBytes(archive);
    Arrays.fill(broken, 0, 4096, (byte) 0);
    assertThat(archive.toFile().setWritable(true)).isTrue();
    Files.write(archive, broken);

    assertThat(launch("").errors()).isEmpty();
  }

  @Test
  void isNotMadeWhereJavaCouldNotUseIt() throws Exception {
    install("ksql 1");

    Run.Result result = run("", "--make-class-archive").result();

    assertThat(result.status()).isEqualTo(1);
    assertThat(cache).doesNotExist();
    assertThat(launch("").errors()).isEmpty();
  }

  @Test
  void canBeSwitchedOff() throws Exception {
    make();

    Run.Result off =
        run("-Xlog:class+load:stdout", "--for", "cli", ShowLaunch.class.getName(), "one")
            .with("KSQL_CDS", "off")
            .result();

    assertThat(off.output()).contains("[one]").doesNotContain(FROM_ARCHIVE);
  }

  @Test
  void theBuildHasMadeThatOfThisTree() {
    Run.Result result =
        Run.of(Installation.SOURCES.resolve("bin/ksql"), "--version")
            .with("JAVA_HOME", System.getProperty("java.home"))
            .with("KSQL_LOG_DIR", directory.toString())
            .with("KSQL_OPTS", "-Xlog:class+load:stdout")
            .result();

    assertThat(result.output()).contains("io.confluent.ksql.cli.Ksql source: shared objects file");
  }

  @Test
  void theBuildListsTheClassesOfAStart() throws IOException {
    List<String> names =
        Files.readAllLines(Installation.SOURCES.resolve("ksql-distribution/target/start.list"));

    assertThat(names)
        .contains("io.confluent.ksql.embedded.EmbeddedServer", "kafka.server.KafkaRaftServer")
        .noneMatch(name -> name.startsWith("java.") || name.contains("/") || name.contains("@"));
  }

  private void make() {
    Run.Result result = run("", "--make-class-archive").result();
    assertThat(result.status()).as(result.errors()).isZero();
    assertThat(result.errors()).isEmpty();
  }

  private String loading() {
    return launch("-Xlog:class+load:stdout").output();
  }

  private Run.Result launch(String options) {
    Run.Result result = run(options, "--for", "cli", ShowLaunch.class.getName(), "one").result();
    assertThat(result.status()).as(result.errors()).isZero();
    assertThat(result.output()).contains("[one]");
    return result;
  }

  private Run run(String options, String... arguments) {
    return Run.of(installation.launcher("ksql-run-class"), arguments)
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("XDG_CACHE_HOME", cache.toString())
        .with("KSQL_OPTS", options);
  }

  private List<Path> archives() throws IOException {
    Path made = cache.resolve("ksql");
    if (!Files.exists(made)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(made)) {
      return files.toList();
    }
  }
}
