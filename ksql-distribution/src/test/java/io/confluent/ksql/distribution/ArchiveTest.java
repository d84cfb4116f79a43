package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive as people unpack it. */
class ArchiveTest {
  @TempDir static Path directory;
  private static Path home;

  @BeforeAll
  static void unpack() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    List<Path> archives =
        list(target).stream().filter(f -> f.toString().endsWith(".tar.gz")).toList();
    assertThat(archives).hasSize(1);
    Path parent = Files.createDirectories(directory.resolve("un packed"));
    Process tar =
        new ProcessBuilder("tar", "-xzf", archives.get(0).toString(), "-C", parent.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    home = list(parent).get(0);
  }

  @Test
  void holdsWhatTheSourcesPromise() {
    assertThat(home.getFileName().toString()).matches("ksql-\\d+\\.\\d+\\.\\d+");
    assertThat(home)
        .isDirectoryContaining("glob:**/LICENSE")
        .isDirectoryContaining("glob:**/README.md")
        .isDirectoryContaining("glob:**/docs");
    assertThat(home.resolve("config/ksql-server.properties"))
        .content()
        .contains("\nlisteners=http://127.0.0.1:8088\n");
    assertThat(home.resolve("docs/running.md")).exists();
  }

  @Test
  void launchersCanBeRun() throws Exception {
    assertThat(list(home.resolve("bin")))
        .isNotEmpty()
        .allSatisfy(launcher -> assertThat(launcher).isExecutable());
  }

  @Test
  void noJarIsThereTwice() throws Exception {
    Map<String, List<String>> versions =
        Stream.concat(list(home.resolve("lib")).stream(), list(home.resolve("lib/train")).stream())
            .map(jar -> jar.getFileName().toString())
            .filter(name -> name.endsWith(".jar"))
            // Each platform has its own natives under one name.
            .collect(Collectors.groupingBy(name -> name.replaceAll("-\\d+(\\.\\d+)*", "")));

    assertThat(versions).isNotEmpty().allSatisfy((name, jars) -> assertThat(jars).hasSize(1));
  }

  @Test
  void trainingStaysOffTheServersClassPath() throws Exception {
    assertThat(names("lib")).noneMatch(name -> name.startsWith("h2o-algos"));
    assertThat(names("lib")).noneMatch(name -> name.startsWith("h2o-core"));
    assertThat(names("lib")).noneMatch(name -> name.matches("log4j-1.*"));
    assertThat(names("lib/train")).anyMatch(name -> name.startsWith("h2o-algos"));
  }

  private static List<String> names(String folder) throws IOException {
    return list(home.resolve(folder)).stream().map(file -> file.getFileName().toString()).toList();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
