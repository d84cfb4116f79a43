package io.confluent.ksql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class KsqlCommandTest {
  private static final String HEADER =
      "[{\"header\":{\"queryId\":\"q\",\"schema\":\"`A` INTEGER, `B` STRING\"}},\n";

  @TempDir Path directory;
  private FakeServer server;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws IOException {
    server = FakeServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--");
    all.add(server.uri().toString());
    return runAsIs(all.toArray(new String[0]));
  }

  private int runAsIs(String... arguments) {
    CommandLine line =
        KsqlCommand.commandLine(
            () -> {
              throw new IOException("no terminal here");
            });
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void printsNothingButResults() {
    server.stream(
        "SELECT * FROM s;",
        HEADER,
        "{\"row\":{\"columns\":[1,\"x\"]}},\n",
        "{\"finalMessage\":\"Query Completed\"}]");

    int status = run("-e", "SET 'auto.offset.reset'='earliest'; SELECT * FROM s;");

    assertThat(status).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "+--------------------------------------+--------------------------------------+",
            "|A                                     |B                                     |",
            "+--------------------------------------+--------------------------------------+",
            "|1                                     |x                                     |");
    assertThat(err.toString().lines())
        .containsExactly(
            "Successfully changed local property 'auto.offset.reset' to 'earliest'. Use the UNSET"
                + " command to revert your change.",
            "Query Completed",
            "Query terminated");
    assertThat(server.lastRequest().get("streamsProperties").toString())
        .isEqualTo("{\"auto.offset.reset\":\"earliest\"}");
  }

  @Test
  void printsRowsAsJson() {
    server.stream(
        "SELECT * FROM s;",
        HEADER,
        "{\"row\":{\"columns\":[1.50,null]}},\n",
        "{\"finalMessage\":\"Limit Reached\"}]");

    assertThat(run("--output", "json", "-e", "SELECT * FROM s")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "{",
            "  \"queryId\" : \"q\",",
            "  \"schema\" : \"`A` INTEGER, `B` STRING\"",
            "}",
            "{",
            "  \"columns\" : [ 1.50, null ]",
            "}");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void printsAnswersAsJson() {
    server.on(
        "LIST STREAMS;",
        200,
        "[{\"@type\":\"streams\",\"statementText\":\"LIST STREAMS;\",\"streams\":[],"
            + "\"warnings\":[{\"message\":\"w\"}]}]");

    assertThat(run("--output=JSON", "-e", "LIST STREAMS;")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "[ {",
            "  \"@type\" : \"streams\",",
            "  \"statementText\" : \"LIST STREAMS;\",",
            "  \"streams\" : [ ],",
            "  \"warnings\" : [ {",
            "    \"message\" : \"w\"",
            "  } ]",
            "} ]");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void runsAFileAndSendsStatementsTogether() throws Exception {
    Path script = directory.resolve("script.sql");
    Files.writeString(
        script,
        """
        -- what this does
        CREATE STREAM a (x INT) \\
          WITH (kafka_topic=';', value_format='JSON');
        DROP STREAM b; /* and */ DEFINE v = '1';
        DROP STREAM ${v};
        """);

    assertThat(run("-f", script.toString())).isZero();

    assertThat(server.statements())
        .containsExactly(
            "CREATE STREAM a (x INT) \\\n  WITH (kafka_topic=';', value_format='JSON');\nDROP STREAM b;",
            "DROP STREAM ${v};");
    assertThat(server.requests().get(0).get("sessionVariables")).isEmpty();
    assertThat(server.lastRequest().get("sessionVariables").toString()).isEqualTo("{\"v\":\"1\"}");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void namesTheStatementsOfSeveralAnswers() {
    assertThat(run("-e", "DROP STREAM a; DROP STREAM b;")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "",
            "DROP STREAM a;",
            "",
            " Message              ",
            "----------------------",
            " Done: DROP STREAM a; ",
            "----------------------",
            "",
            "DROP STREAM b;",
            "",
            " Message              ",
            "----------------------",
            " Done: DROP STREAM b; ",
            "----------------------");
  }

  @Test
  void stopsAtTheFirstFailure() {
    server.on(
        "SELECT NMAE FROM s;",
        400,
        "{\"@type\":\"statement_error\",\"error_code\":40001,\"message\":\"Column NMAE does not"
            + " exist.\",\"statementText\":\"SELECT NMAE FROM s;\",\"entities\":[],"
            + "\"code\":\"KSQL-2003\",\"span\":{\"start\":7,\"length\":4},\"hint\":\"Did you mean"
            + " NAME?\"}");

    int status = run("-e", "SELECT NMAE FROM s; DROP STREAM s;", "-e", "DROP STREAM t;");

    assertThat(status).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .containsExactly(
            "line 1, column 8: Column NMAE does not exist.  [KSQL-2003]",
            "  1 | SELECT NMAE FROM s;",
            "    |        ^^^^  Did you mean NAME?");
    assertThat(server.statements()).containsExactly("SELECT NMAE FROM s;");
  }

  @Test
  void showsTheAnswersBeforeAFailure() {
    server.on(
        "A;\nB;",
        400,
        "{\"@type\":\"statement_error\",\"error_code\":40001,\"message\":\"No B.\","
            + "\"statementText\":\"B;\",\"entities\":["
            + FakeServer.status("A;", "SUCCESS", "Done", 4)
            + "]}");

    assertThat(run("-e", "A; B;")).isEqualTo(1);

    assertThat(out.toString()).contains(" Done ");
    assertThat(err.toString().lines()).containsExactly("No B.", "Statement: B;");
  }

  @Test
  void aCommandThatFailsIsAFailure() {
    server.on("A;", 200, "[" + FakeServer.status("A;", "ERROR", "It broke.", 1) + "]");

    assertThat(run("-e", "A;", "-e", "B;")).isEqualTo(1);

    assertThat(err.toString().lines()).containsExactly("It broke.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void printsErrorsAsJsonIfAskedTo() {
    server.on("A;", 500, "{\"@type\":\"generic_error\",\"error_code\":50000,\"message\":\"Oh.\"}");

    assertThat(run("--output", "JSON", "-e", "A;")).isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "{",
            "  \"@type\" : \"generic_error\",",
            "  \"error_code\" : 50000,",
            "  \"message\" : \"Oh.\"",
            "}");
  }

  @Test
  void pointsAtWhatIsWrongBeforeAskingTheServer() {
    assertThat(run("-e", "DROP STREAM 'a;")).isEqualTo(1);

    assertThat(err.toString()).startsWith("line 1, column 13: ").contains("KSQL-1001");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void warnsOfRecordsThatAQueryLeavesOut() {
    server.stream(
        "SELECT * FROM s;",
        HEADER.replace("}},", ",\"warnings\":[{\"message\":\"2 records are skipped.\"}]}},")
            + "{\"finalMessage\":\"Limit Reached\"}]");

    assertThat(run("-e", "SELECT * FROM s;")).isZero();
    assertThat(err.toString().lines())
        .containsExactly("WARNING: 2 records are skipped.", "Limit Reached", "Query terminated");

    err.getBuffer().setLength(0);
    assertThat(run("--output", "JSON", "-e", "SELECT * FROM s;")).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString()).contains("2 records are skipped.");
  }

  @Test
  void stopsAfterRowsOrTime() {
    server.streamForEver(
        "SELECT * FROM s;",
        HEADER + "{\"row\":{\"columns\":[1,\"x\"]}},\n{\"row\":{\"columns\":[2,\"y\"]}}");

    assertThat(run("--query-row-limit", "1", "-e", "SELECT * FROM s;")).isZero();
    assertThat(out.toString()).contains("|1 ").doesNotContain("|2 ");
    assertThat(err.toString().lines()).containsExactly("Limit Reached", "Query terminated");

    out.getBuffer().setLength(0);
    assertThat(run("--query-timeout", "300", "-e", "SELECT * FROM s;")).isZero();
    assertThat(out.toString()).contains("|1 ").contains("|2 ");
  }

  @Test
  void printsATopic() {
    server.streamForEver(
        "PRINT t;",
        "Key format: KAFKA_STRING\nrowtime: 1, key: a\u001b[2J, value: 1\nrowtime: 2, key: b\nrowtime: 3\n");

    assertThat(run("--query-row-limit", "2", "-e", "PRINT t;")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "Key format: KAFKA_STRING",
            "rowtime: 1, key: a\\u001B[2J, value: 1",
            "rowtime: 2, key: b");
  }

  @Test
  void setsWhatTheConfigurationFileSays() throws Exception {
    Path config = directory.resolve("cli.properties");
    Files.writeString(
        config, "auto.offset.reset=earliest\nssl.endpoint.identification.algorithm=\nsasl.x=1\n");

    assertThat(run("--config-file", config.toString(), "-d", "a=1", "-d", "b=2", "-e", "X;"))
        .isZero();

    assertThat(server.lastRequest().get("streamsProperties").toString())
        .isEqualTo("{\"auto.offset.reset\":\"earliest\"}");
    assertThat(server.lastRequest().get("sessionVariables").toString())
        .isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
  }

  @Test
  void trustsTheStoreOfTheConfigurationFile() throws Exception {
    Path config = directory.resolve("cli.properties");
    Files.writeString(config, "ssl.truststore.location=missing.jks\n");

    assertThat(run("--config-file", config.toString(), "-e", "X;")).isEqualTo(1);

    assertThat(err.toString()).contains("The TLS stores cannot be read: missing.jks");
  }

  @Test
  void setsWhatTheServerCannotCheck() {
    assertThat(run("-e", "SET 'unchecked'='1'; X;")).isZero();

    assertThat(server.lastRequest().get("streamsProperties").toString())
        .isEqualTo("{\"unchecked\":\"1\"}");
  }

  @Test
  void saysWhoAsks() {
    run("-u", "ann", "-p", "secret", "-e", "X;");
    assertThat(server.lastAuthorization()).isEqualTo("Basic YW5uOnNlY3JldA==");

    run("--token", "abc", "-e", "X;");
    assertThat(server.lastAuthorization()).isEqualTo("Bearer abc");

    run("--confluent-api-key", "ann", "--confluent-api-secret", "secret", "-e", "X;");
    assertThat(server.lastAuthorization()).isEqualTo("Basic YW5uOnNlY3JldA==");
  }

  @ParameterizedTest
  @CsvSource({
    "--query-row-limit=0 -e X, --query-row-limit must be at least 1.",
    "--query-timeout=0 -e X, --query-timeout must be at least 1.",
    "-p secret -e X, --password needs --user.",
    "-u ann -p x --token y -e X, 'Only one of --user, --token and --confluent-api-key can be used.'",
    "--confluent-api-key k -e X, --confluent-api-key and --confluent-api-secret need each other.",
    "-u ann -e X, Without a terminal the password must be given with --password.",
    "--output XML -e X, Invalid value for option '--output'",
    "--nonsense, Unknown option: '--nonsense'",
  })
  void refusesWhatMakesNoSense(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(1);

    assertThat(err.toString()).contains(message);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(run("-f", directory.resolve("none.sql").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("No such script file: ").contains("none.sql");

    assertThat(run("--config-file", "none.properties", "-e", "X;")).isEqualTo(1);
    assertThat(err.toString()).contains("No such configuration file: none.properties");

    assertThat(runAsIs("-e", "X;", "ftp://somewhere")).isEqualTo(1);
    assertThat(err.toString()).contains("'ftp://somewhere' is not the address of a server");
  }

  @Test
  void saysThatTheServerIsNotThere() {
    server.close();

    assertThat(run("-e", "LIST STREAMS;")).isEqualTo(1);

    assertThat(err.toString()).contains("cannot be reached").contains("KSQL-4011");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void runsScriptsThatRunScripts() throws Exception {
    Path inner = directory.resolve("inner.sql");
    Path outer = directory.resolve("outer.sql");
    Path endless = directory.resolve("endless.sql");
    Files.writeString(inner, "B;");
    Files.writeString(outer, "A; RUN SCRIPT '" + inner + "'; C;");
    Files.writeString(endless, "RUN SCRIPT " + endless + ";");

    assertThat(run("-f", outer.toString())).isZero();
    assertThat(server.statements()).containsExactly("A;", "B;", "C;");

    assertThat(run("-f", endless.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("Scripts call each other more than 16 deep.");
  }

  @Test
  void helps() {
    assertThat(runAsIs("--help")).isZero();
    assertThat(out.toString()).contains("--query-row-limit", "Address of the server");

    assertThat(runAsIs("--version")).isZero();
    assertThat(out.toString()).contains("ksql " + CliVersion.number());
    assertThat(CliVersion.number()).matches("\\d+\\.\\d+\\.\\d+.*");

    assertThat(runAsIs("--generate-completion")).isZero();
    assertThat(out.toString()).contains("complete -F _complete_ksql").contains("--config-file");
  }
}
