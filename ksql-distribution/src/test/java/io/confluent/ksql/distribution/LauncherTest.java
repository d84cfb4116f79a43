package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.setting.EnvironmentSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
  private static final String PRINT_ARGUMENTS = "printf '%s\\n' \"$@\"";

  @TempDir Path directory;
  private Installation installation;
  private Path jdk;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.unpacked(directory.resolve("a directory/ksql 1"));
    jdk = Installation.fakeJdk(directory.resolve("jdk 17"), "17.0.15", PRINT_ARGUMENTS);
  }

  @Test
  void runsFromAnywhereThroughLinksInPathsWithBlanks() throws Exception {
    Path first = Files.createDirectories(directory.resolve("links here")).resolve("run");
    Path second = directory.resolve("run again");
    Files.createSymbolicLink(first, installation.launcher("ksql-run-class"));
    Files.createSymbolicLink(second, Path.of("links here/run"));

    Run.Result result =
        Run.of(second, ShowLaunch.class.getName(), "two words", "", "*", "$HOME")
            .in(directory.resolve("links here"))
            .with("JAVA_HOME", System.getProperty("java.home"))
            .with("KSQL_OPTS", "-Dgreeting=hello -Dother=x")
            .with("KSQL_HEAP_OPTS", "-Xmx48m")
            .result();

    assertThat(result.status()).as(result.errors()).isZero();
    assertThat(result.errors()).isEmpty();
    assertThat(result.lines())
        .startsWith("[two words]", "[]", "[*]", "[$HOME]")
        .contains("home " + installation.home().toRealPath(), "greeting hello")
        .anyMatch(line -> line.startsWith("heap 4"));
  }

  @Test
  void benchmarksSayThatTheyNeedSources() throws Exception {
    Run.Result result = Run.of(installation.launcher("ksql-bench"), "--quick").result();

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).contains("In a source tree run: mvn -DskipTests package");
  }

  @ParameterizedTest
  @CsvSource({"11.0.2,11.0.2", "1.8.0_292,1.8.0_292", "16-ea,16-ea"})
  void refusesOldJavaInOneLine(String version, String shown) throws Exception {
    Path old = Installation.fakeJdk(directory.resolve("old"), version, PRINT_ARGUMENTS);

    Run.Result result = ksqlServerStart().with("JAVA_HOME", old.toString()).result();

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors().lines())
        .containsExactly(
            "Java 17 or newer is needed; %s/bin/java is %s. Set JAVA_HOME to a newer one."
                .formatted(old, shown));
  }

  @Test
  void asksAJavaThatHasNoReleaseFile() throws Exception {
    String script = "[ \"$1\" = -version ] && echo 'openjdk version \"%s\" 2021' >&2 || echo ran";
    Path old = Installation.fakeJdk(directory.resolve("old"), "", script.formatted("11.0.2"));
    Path newer = Installation.fakeJdk(directory.resolve("new"), "", script.formatted("21-ea"));

    assertThat(ksqlServerStart().with("JAVA_HOME", old.toString()).result().errors())
        .contains("is 11.0.2");
    assertThat(ksqlServerStart().with("JAVA_HOME", newer.toString()).result().lines())
        .containsExactly("ran");
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    Path commands = Files.createDirectories(directory.resolve("commands"));
    for (String name : List.of("bash", "env", "dirname", "readlink")) {
      Files.copy(
          Run.onPath(name).orElseThrow(),
          commands.resolve(name),
          StandardCopyOption.COPY_ATTRIBUTES);
    }

    Run.Result without =
        Run.of(installation.launcher("ksql")).with("PATH", commands.toString()).result();
    Run.Result wrong = ksqlServerStart().with("JAVA_HOME", "/nowhere").result();

    assertThat(without.status()).isEqualTo(1);
    assertThat(without.errors().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("no java was found");
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.errors().lines()).hasSize(1).first().asString().contains("/nowhere");
  }

  @Test
  void saysThatNothingIsBuilt() throws Exception {
    Installation clone = Installation.sources(directory.resolve("clone"));

    Run.Result result = Run.of(clone.launcher("ksql")).with("JAVA_HOME", jdk.toString()).result();

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errors())
        .isEqualTo(
            "Nothing is built in %s yet. Run there: mvn -DskipTests package%n"
                .formatted(clone.home().toRealPath()));
  }

  @Test
  void noticesThatABuiltTreeWasMoved() throws Exception {
    Installation clone = Installation.sources(directory.resolve("clone"));
    Path jar = Files.writeString(directory.resolve("a.jar"), "");
    Path list = clone.home().resolve("ksql-distribution/target/classpath/server.txt");
    Files.createDirectories(list.getParent());
    Files.writeString(list, jar + ":" + directory.resolve("b.jar"));
    Run run = Run.of(clone.launcher("ksql")).with("JAVA_HOME", jdk.toString());

    assertThat(run.result().lines()).contains(jar + ":" + directory.resolve("b.jar"));
    Files.delete(jar);
    assertThat(run.result().errors()).contains("Nothing is built");
  }

  @ParameterizedTest
  @CsvSource({
    "'', embedded.EmbeddedServerMain",
    "--port-base 10000, embedded.EmbeddedServerMain",
    "config/ksql-server.properties, rest.server.ServerMain",
    "a.properties --queries-file q.sql, rest.server.ServerMain"
  })
  void startsTheServerThatTheArgumentsMean(String arguments, String main) {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");

    Run.Result result =
        Run.of(installation.launcher("ksql-server-start"), words)
            .with("JAVA_HOME", jdk.toString())
            .result();

    assertThat(String.join(" ", result.lines()))
        .endsWith(("io.confluent.ksql." + main + " " + arguments).strip());
  }

  @Test
  void startsTheServerForTheClusterOfTheEnvironment() {
    assertThat(ksqlServerStart().with("KSQL_BOOTSTRAP_SERVERS", "k:9092").result().lines())
        .last()
        .isEqualTo("io.confluent.ksql.rest.server.ServerMain");
  }

  @Test
  void loggingAndCollectorCanBeReplaced() {
    List<String> usual = ksqlServerStart().result().lines();
    List<String> changed =
        ksqlServerStart()
            .with("KSQL_LOG4J_OPTS", "-Dlogback.configurationFile=mine.xml")
            .with("KSQL_JVM_PERFORMANCE_OPTS", "-XX:+UseParallelGC")
            .with("KSQL_CLASSPATH", "/more.jar")
            .with("JMX_PORT", "9999")
            .result()
            .lines();

    assertThat(usual)
        .contains("-XX:+UseG1GC")
        .anyMatch(line -> line.endsWith("config/logback-server.xml"));
    assertThat(changed)
        .contains(
            "-XX:+UseParallelGC",
            "-Dlogback.configurationFile=mine.xml",
            "-Dcom.sun.management.jmxremote.port=9999",
            "-Dcom.sun.management.jmxremote.host=127.0.0.1")
        .doesNotContain("-XX:+UseG1GC")
        .anyMatch(line -> line.endsWith("/lib/*:/more.jar"));
  }

  @Test
  void trainingAloneSeesItsOwnJars() {
    Run train = Run.of(installation.launcher("ksql-train-model")).with("JAVA_HOME", jdk.toString());
    Run datagen = Run.of(installation.launcher("ksql-datagen")).with("JAVA_HOME", jdk.toString());

    assertThat(train.result().output()).contains("lib/train/*", "java.base/java.lang=ALL-UNNAMED");
    assertThat(datagen.result().output()).contains("lib/*").doesNotContain("lib/train");
  }

  @Test
  void topicsToolReadsOlderInstructions() {
    Run.Result old =
        kafka("kafka-topics", "--zookeeper", "localhost:2181", "--create", "--topic", "Health");
    Run.Result joined = kafka("kafka-topics", "--zookeeper=zookeeper:2181", "--list");

    assertThat(old.output())
        .endsWith("TopicCommand\n--create\n--topic\nHealth\n--bootstrap-server\nlocalhost:9092\n");
    assertThat(old.errors()).contains("no ZooKeeper", "localhost:9092");
    assertThat(joined.output()).endsWith("--list\n--bootstrap-server\nlocalhost:9092\n");
  }

  @Test
  void kafkaToolsUseTheGivenBrokerElseTheUsualOne() {
    assertThat(kafka("kafka-topics", "--list", "--bootstrap-server", "h:1").output())
        .endsWith("TopicCommand\n--list\n--bootstrap-server\nh:1\n");
    assertThat(kafka("kafka-console-producer", "--broker-list", "h:1", "--topic", "t").output())
        .endsWith("ConsoleProducer\n--bootstrap-server\nh:1\n--topic\nt\n");
    assertThat(kafka("kafka-console-consumer", "--topic", "t").output())
        .endsWith("ConsoleConsumer\n--topic\nt\n--bootstrap-server\nlocalhost:9092\n");
  }

  @Test
  void noVariableOfTheLaunchersIsTakenForASetting() throws Exception {
    Map<String, String> variables = new TreeMap<>();
    for (String name : List.of("ksql-run-class", "ksql-server-start", "ksql-server-stop")) {
      Matcher matcher =
          Pattern.compile("\\bKSQL_[A-Z0-9_]+")
              .matcher(Files.readString(installation.launcher(name)));
      while (matcher.find()) {
        variables.put(matcher.group(), "value");
      }
    }

    assertThat(variables).containsKey("KSQL_HEAP_OPTS");
    assertThat(EnvironmentSettings.of(variables)).containsOnlyKeys("bootstrap.servers");
  }

  private Run.Result kafka(String tool, String... arguments) {
    return Run.of(installation.launcher(tool), arguments)
        .with("JAVA_HOME", jdk.toString())
        .result();
  }

  private Run ksqlServerStart() {
    return Run.of(installation.launcher("ksql-server-start")).with("JAVA_HOME", jdk.toString());
  }
}
