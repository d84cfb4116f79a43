package io.confluent.ksql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  private static final String HEADER =
      "[{\"header\":{\"queryId\":\"q\",\"schema\":\"`A` INTEGER, `B` STRING\"}},\n";

  @TempDir Path directory;
  private FakeServer server;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PipedOutputStream typed = new PipedOutputStream();
  private Thread thread;

  @BeforeEach
  void start() throws IOException {
    server = FakeServer.start();
  }

  @AfterEach
  void stop() throws Exception {
    typed.close();
    if (thread != null) {
      thread.join(5000);
      assertThat(thread.isAlive()).isFalse();
    }
    server.close();
  }

  private void open(Terminal terminal) {
    terminal.setSize(Size.of(80, 24));
    Shell shell = new Shell(terminal, new Session(server.client()), directory.resolve("history"));
    thread = new Thread(shell::run, "shell under test");
    thread.start();
  }

  private void openDumb() throws IOException {
    open(
        new DumbTerminal(
            "test", "dumb", new PipedInputStream(typed), shown, StandardCharsets.UTF_8));
  }

  /** A terminal that turns Ctrl-C into a signal, as a real one does. */
  private void openWithSignals() throws IOException {
    open(
        new ExternalTerminal(
            "test", "xterm", new PipedInputStream(typed), shown, StandardCharsets.UTF_8));
  }

  private void type(String text) throws IOException {
    typed.write(text.getBytes(StandardCharsets.UTF_8));
    typed.flush();
  }

  private String screen() {
    return AttributedString.stripAnsi(shown.toString(StandardCharsets.UTF_8));
  }

  private void await(String text) throws InterruptedException {
    await(() -> screen().contains(text), text);
  }

  private void await(BooleanSupplier condition, String what) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for %s; saw:%n%s", what, screen()).isLessThan(end);
      Thread.sleep(5);
    }
  }

  @Test
  void welcomesAndWarnsOfAnotherVersion() throws Exception {
    openDumb();

    await("ksql> ");

    assertThat(screen())
        .contains(
            "CLI v" + CliVersion.number() + ", Server v9.9.9 located at " + server.uri(),
            "Server Status: RUNNING",
            "WARNING: The versions of CLI and server differ.");
  }

  @Test
  void saysThatThereIsNoServer() throws Exception {
    server.close();
    openDumb();

    await("ksql> ");

    assertThat(screen()).contains("* ERROR ", "does not appear to be a valid KSQL server.");
  }

  @Test
  void readsStatementsOverSeveralLines() throws Exception {
    openDumb();
    type("\nDROP\n  STREAM a -- why; not\n;\n");

    await("Done: ");
    type("DROP STREAM b; DROP STREAM c;\n");
    await("DROP STREAM c;");

    assertThat(server.statements().get(0)).isEqualTo("DROP\n  STREAM a -- why; not\n;");
    await(() -> server.requests().size() == 2, "the second request");
    assertThat(server.statements().get(1)).isEqualTo("DROP STREAM b;\nDROP STREAM c;");
  }

  @Test
  void continuesAfterABackslash() throws Exception {
    openDumb();
    type("CREATE STREAM a AS \\\nSELECT * FROM b;\n");

    await("Done: ");

    assertThat(server.statements()).containsExactly("CREATE STREAM a AS \\\nSELECT * FROM b;");
  }

  @Test
  void requestsFollowOneAnother() throws Exception {
    openDumb();
    type("A;\nB;\nrequest-pipelining on\nC;\n");

    await("Done: C;");

    assertThat(server.requests())
        .extracting(request -> request.path("commandSequenceNumber").asInt(-1))
        .containsExactly(-1, 0, -1);
  }

  @Test
  void survivesErrors() throws Exception {
    server.on(
        "BAD;",
        400,
        "{\"@type\":\"statement_error\",\"error_code\":40001,\"message\":\"Unknown.\","
            + "\"statementText\":\"BAD;\",\"entities\":[],\"code\":\"KSQL-1002\","
            + "\"span\":{\"start\":0,\"length\":3}}");
    openDumb();
    type("BAD;\nSET 'nonsense'='1';\nUNSET 'never';\nUNDEFINE never;\nGOOD;\n");

    await("Done: GOOD;");

    assertThat(screen())
        .contains(
            "line 1, column 1: Unknown.  [KSQL-1002]",
            "  1 | BAD;",
            "    | ^^^",
            "There is no nonsense.",
            "The property 'never' cannot be unset",
            "The variable 'never' cannot be undefined");
  }

  @Test
  void keepsPropertiesAndVariables() throws Exception {
    openDumb();
    type("set 'auto.offset.reset'='latest';\nSET 'auto.offset.reset' = 'earliest';\n");
    type("SET 'other'='${v}';\nDEFINE v = '1';\nSET 'third'='${v}';\nSHOW VARIABLES;\nA;\n");
    await("Done: A;");

    assertThat(screen())
        .contains(
            "property 'auto.offset.reset' to 'latest'. Use the UNSET command to revert",
            "property 'auto.offset.reset' from 'latest' to 'earliest'.",
            " Variable Name | Value ",
            " v             | 1     ");
    assertThat(server.lastRequest().get("streamsProperties").toString())
        .isEqualTo("{\"auto.offset.reset\":\"earliest\",\"other\":\"${v}\",\"third\":\"1\"}");

    type("UNSET 'ksql.streams.auto.offset.reset';\nUNDEFINE v;\nB;\n");
    await("Done: B;");

    assertThat(screen()).contains("(value was 'earliest').");
    assertThat(server.lastRequest().get("streamsProperties").has("auto.offset.reset")).isFalse();
    assertThat(server.lastRequest().get("sessionVariables")).isEmpty();
  }

  @Test
  void ctrlCStopsAQueryAndNotTheSession() throws Exception {
    server.streamForEver("SELECT * FROM s;", HEADER + "{\"row\":{\"columns\":[1,\"x\"]}}");
    openWithSignals();
    await("ksql> ");
    type("SELECT * FROM s;\n");
    await("|1  ");
    type("\u0003");
    await("Query terminated");

    type("A;\n");
    await("Done: A;");
  }

  @Test
  void ctrlCThrowsAwayWhatWasTyped() throws Exception {
    openWithSignals();
    await("ksql> ");
    type("DROP STREAM");
    await("STREAM");
    type("\u0003");
    type("A;\n");
    await("Done: A;");

    assertThat(server.statements()).containsExactly("A;");
  }

  @Test
  void ctrlDEndsTheSession() throws Exception {
    openWithSignals();
    await("ksql> ");
    type("\u0004");
    await("Exiting KSQL.");
    thread.join(5000);

    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void exitEndsTheSession() throws Exception {
    openDumb();
    type("Exit;\n");
    await("Exiting KSQL.");
    thread.join(5000);

    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void completesWordsAndNames() throws Exception {
    server.on(
        "LIST STREAMS; LIST TABLES; LIST FUNCTIONS;",
        200,
        "[{\"@type\":\"streams\",\"streams\":[{\"type\":\"STREAM\",\"name\":\"HEALTHSENSOR\","
            + "\"topic\":\"t\",\"valueFormat\":\"JSON\",\"isWindowed\":false}]}]");
    openWithSignals();
    await("ksql> ");
    type("SELE\t * FROM HEALTHS\t;\n");
    await(() -> !server.statements().isEmpty() && !statement().isEmpty(), "a statement");

    assertThat(statement().replaceAll(" +", " ")).isEqualTo("SELECT * FROM HEALTHSENSOR ;");
  }

  private String statement() {
    return server.statements().stream()
        .filter(text -> text.startsWith("SELE"))
        .findFirst()
        .orElse("");
  }

  @Test
  void remembersWhatWasTyped() throws Exception {
    openDumb();
    type("A;\n SECRET;\nhistory\n");
    await("   1: A;");
    type("exit\n");
    await("Exiting KSQL.");
    thread.join(5000);

    List<String> kept = Files.readAllLines(directory.resolve("history"));
    assertThat(String.join("\n", kept)).contains("A;").doesNotContain("SECRET");
  }

  @Test
  void copiesASessionToAFile() throws Exception {
    Path spool = directory.resolve("spool.txt");
    openDumb();
    type("spool " + spool + "\nA;\nspool off\nB;\n");
    await("Done: B;");

    assertThat(Files.readAllLines(spool))
        .containsExactly(
            "Session will be spooled to " + spool,
            "ksql> A;",
            "",
            " Message  ",
            "----------",
            " Done: A; ",
            "----------",
            "ksql> spool off");
  }

  @Test
  void setsHowAnswersAreShown() throws Exception {
    server.stream(
        "SELECT * FROM s;",
        HEADER,
        "{\"row\":{\"columns\":[1,\"abcdefgh\"]}},\n",
        "{\"finalMessage\":\"Query Completed\"}]");
    openDumb();
    type("set cli column-width 6\nset cli wrap off;\nSELECT * FROM s;\n");
    await("|1     |abc...|");

    type("output json\nA;\noutput xml;\noutput\n");
    await("\"@type\" : \"currentStatus\"");
    await("Invalid output format: 'xml'");
    await("Current output format: JSON");
  }

  @Test
  void asksAnotherServer() throws Exception {
    openDumb();
    try (FakeServer other = FakeServer.start()) {
      type("server " + other.uri() + "\nA;\n");
      await("Done: A;");

      assertThat(other.statements()).containsExactly("A;");
      assertThat(server.statements()).isEmpty();
    }
    type("server\n");
    await("Server now: ");
  }

  @Test
  void refusesCommandsThatMakeNoSense() throws Exception {
    List<String> commands = new ArrayList<>();
    commands.add("spool");
    commands.add("server ://");
    commands.add("request-pipelining maybe");
    commands.add("set cli column-width wide");
    commands.add("set cli column-width -1");
    commands.add("run script");
    openDumb();
    type(String.join("\n", commands) + "\nA;\n");
    await("Done: A;");

    assertThat(screen())
        .contains(
            "SPOOL needs an argument",
            "'://' is not the address of a server",
            "REQUEST-PIPELINING is either ON or OFF, not 'maybe'.",
            "A column width is a whole number, not 'wide'.",
            "A column width cannot be negative: -1",
            "RUN SCRIPT needs an argument");
  }

  @Test
  void helps() throws Exception {
    openDumb();
    type("HELP\nversion;\n");
    await("Version: " + CliVersion.number());

    assertThat(screen()).contains("request-pipelining [ON|OFF]", "run script <file>");
  }
}
