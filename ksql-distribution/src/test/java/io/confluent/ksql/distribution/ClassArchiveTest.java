package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of loaded classes, which makes later starts faster and must never be in the way. */
class ClassArchiveTest {
  @TempDir Path directory;
  private Installation installation;
  private Path cache;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.unpacked(directory.resolve("ksql"));
    cache = directory.resolve("cache dir");
  }

  @Test
  void isMadeOnceUsedAndReplacedWhenTheJarsChange() throws Exception {
    launch("");
    launch("");
    List<Path> made = archives();
    assertThat(made).hasSize(1);
    assertThat(launch("-Xlog:class+load:stdout").output())
        .containsPattern("ShowLaunch source: (shared objects file|.*top)");

    Files.setLastModifiedTime(
        installation.home().resolve("lib/ksql-test-0.1.0.jar"),
        FileTime.fromMillis(1_000_000_000_000L));
    launch("");
    launch("");

    assertThat(archives()).hasSize(1).doesNotContainAnyElementsOf(made);
  }

  @Test
  void brokenOnesAreNoHindrance() throws Exception {
    launch("");
    launch("");
    Path archive = archives().get(0);
    Files.writeString(archive, "not an archive");

    assertThat(launch("").errors()).isEmpty();
  }

  @Test
  void aHalfWrittenOneIsThrownAway() throws Exception {
    launch("");
    Path written = archives().get(0);
    byte[] half = Files.readAllBytes(written);
    Arrays.fill(half, 0, 4096, (byte) 0);
    Files.write(written, half);

    assertThat(launch("").errors()).isEmpty();
    assertThat(archives()).hasSize(1).doesNotContain(written);
  }

  @Test
  void whatProcessesOfOlderJarsWroteIsRemoved() throws Exception {
    launch("");
    List<Path> old = archives();
    Files.setLastModifiedTime(
        installation.home().resolve("lib/ksql-test-0.1.0.jar"),
        FileTime.fromMillis(1_000_000_000_000L));

    launch("");

    assertThat(archives()).hasSize(1).doesNotContainAnyElementsOf(old);
  }

  @Test
  void isNotMadeByWhoOnlyAsksForHelp() throws Exception {
    run("", "cli", "--help").result();

    assertThat(cache).doesNotExist();
  }

  @Test
  void aServerMakesNoneUnlessAsked() throws Exception {
    run("", "server", "one").result();

    assertThat(archives()).isEmpty();
  }

  @Test
  void thatOfAServerWhichEndedTooSoonIsNotUsed() throws Exception {
    run("", "server", "one").with("KSQL_CDS", "make").result();
    List<Path> first = archives();
    run("", "server", "one").with("KSQL_CDS", "make").result();

    assertThat(first).hasSize(1);
    assertThat(archives()).hasSize(1).doesNotContainAnyElementsOf(first);
    assertThat(archives().get(0).toString()).doesNotEndWith(".jsa");
  }

  @Test
  void isNotMadeWhereJavaCouldNotUseIt() throws Exception {
    installation = Installation.unpacked(directory.resolve("ksql 1"));
    launch("");

    assertThat(cache).doesNotExist();
  }

  @Test
  void canBeSwitchedOffAndDoesWithoutACache() throws Exception {
    Run.Result off = run("").with("KSQL_CDS", "off").result();
    Files.writeString(directory.resolve("file"), "in the way");
    Run.Result blocked = run("").with("XDG_CACHE_HOME", directory + "/file").result();

    assertThat(off.status()).isZero();
    assertThat(cache).doesNotExist();
    assertThat(blocked.status()).isZero();
    assertThat(blocked.errors()).isEmpty();
  }

  private Run.Result launch(String options) {
    Run.Result result = run(options).result();
    assertThat(result.status()).as(result.errors()).isZero();
    assertThat(result.output()).contains("[one]");
    return result;
  }

  private Run run(String options) {
    return run(options, "cli", "one");
  }

  private Run run(String options, String kind, String argument) {
    return Run.of(
            installation.launcher("ksql-run-class"),
            "--for",
            kind,
            ShowLaunch.class.getName(),
            argument)
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("XDG_CACHE_HOME", cache.toString())
        .with("KSQL_OPTS", options);
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("ksql"))) {
      return files.toList();
    }
  }
}
