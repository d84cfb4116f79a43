package io.confluent.ksql.cli;

import io.confluent.ksql.rest.client.ClientOptions;
import io.confluent.ksql.rest.client.Credentials;
import io.confluent.ksql.rest.client.KsqlClient;
import io.confluent.ksql.util.KsqlException;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ksql}: its options, and what they set in motion. */
@Command(
    name = "ksql",
    description = "Runs SQL on a KSQL server: interactively, or what -e or -f give.",
    sortOptions = false,
    exitCodeOnInvalidInput = 1,
    exitCodeOnExecutionException = 1)
final class KsqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "server",
      defaultValue = "http://localhost:8088",
      description = "Address of the server (default: ${DEFAULT-VALUE}).")
  private String server;

  @Option(
      names = "--config-file",
      paramLabel = "<file>",
      description = "Properties of the session; ssl.* say how to reach the server.")
  private Path configFile;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "<name>",
      description = "User name; the password is asked for unless -p gives it.")
  private String user;

  @Option(
      names = {"-p", "--password"},
      paramLabel = "<password>",
      description = "Password of the user.")
  private String password;

  @Option(names = "--token", paramLabel = "<token>", description = "Bearer token.")
  private String token;

  @Option(
      names = "--confluent-api-key",
      paramLabel = "<key>",
      description = "Key of a hosted server, sent as user name.")
  private String apiKey;

  @Option(
      names = "--confluent-api-secret",
      paramLabel = "<secret>",
      description = "Secret of a hosted server, sent as password.")
  private String apiSecret;

  @Option(
      names = "--output",
      paramLabel = "<format>",
      defaultValue = "TABULAR",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  @Option(
      names = "--query-row-limit",
      paramLabel = "<n>",
      description = "Stops each query after that many rows.")
  private Long rowLimit;

  @Option(
      names = "--query-timeout",
      paramLabel = "<ms>",
      description = "Stops each query after that time.")
  private Long queryTimeout;

  @Option(
      names = {"-e", "--execute"},
      paramLabel = "<sql>",
      description = "Runs statements and exits.")
  private List<String> statements;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "<file>",
      description = "Runs a file of statements and exits.")
  private Path file;

  @Option(
      names = {"-d", "--define"},
      paramLabel = "<name=value>",
      description = "Defines a variable; may be given several times.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Option(
      names = "--generate-completion",
      description = "Prints a script that makes bash or zsh complete these options.")
  private boolean generateCompletion;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Says the version.")
  private boolean versionAsked;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says this.")
  private boolean helpAsked;

  private final Terminals terminals;

  /** Opens the terminal that a session of a person needs. */
  interface Terminals {
    Terminal open() throws IOException;
  }

  KsqlCommand(Terminals terminals) {
    this.terminals = terminals;
  }

  /** The command as picocli runs it. */
  static CommandLine commandLine(Terminals terminals) {
    CommandLine commandLine = new CommandLine(new KsqlCommand(terminals));
    commandLine.getCommandSpec().version("ksql " + CliVersion.number());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, line, parsed) -> {
          if (!(exception instanceof KsqlException)) {
            throw exception;
          }
          line.getErr().println(exception.getMessage());
          line.getErr().flush();
          return 1;
        });
    return commandLine;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (generateCompletion) {
      out.print(AutoComplete.bash("ksql", spec.commandLine()));
      out.flush();
      return 0;
    }
    checkOptions();
    Session session = session();
    if (file == null && statements == null) {
      return interact(session);
    }
    Output output = Output.of(out, spec.commandLine().getErr());
    ScriptRunner runner = new ScriptRunner(session, output, Screen.none(), new Interruption());
    return runs(runner) ? 0 : 1;
  }

  private boolean runs(ScriptRunner runner) {
    boolean well = file == null || runner.runScript(file);
    if (statements != null) {
      for (int i = 0; well && i < statements.size(); i++) {
        well = runner.run(statements.get(i));
      }
    }
    return well;
  }

  private int interact(Session session) throws IOException {
    try (Terminal terminal = terminals.open()) {
      String given = System.getProperty("history-file");
      Path history =
          given == null
              ? Path.of(System.getProperty("user.home"), ".ksql-history")
              : Path.of(given);
      new Shell(terminal, session, history).run();
    }
    return 0;
  }

  private void checkOptions() {
    atLeastOne("--query-row-limit", rowLimit);
    atLeastOne("--query-timeout", queryTimeout);
    if (password != null && user == null) {
      throw wrong("--password needs --user.");
    }
    if ((apiKey == null) != (apiSecret == null)) {
      throw wrong("--confluent-api-key and --confluent-api-secret need each other.");
    }
    long ways = Stream.of(user, token, apiKey).filter(Objects::nonNull).count();
    if (ways > 1) {
      throw wrong("Only one of --user, --token and --confluent-api-key can be used.");
    }
  }

  private void atLeastOne(String option, Long value) {
    if (value != null && value < 1) {
      throw wrong(option + " must be at least 1.");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Session session() {
    ConfigFile config = configFile == null ? ConfigFile.none() : ConfigFile.read(configFile);
    ClientOptions options =
        config.applyTo(ClientOptions.of(ServerAddress.parse(server)).as(credentials()));
    Session session = new Session(new KsqlClient(options));
    session.format(format);
    config.forStatements().forEach(session::setProperty);
    session.variables().putAll(variables);
    if (rowLimit != null) {
      session.rowLimit(rowLimit);
    }
    if (queryTimeout != null) {
      session.queryTimeout(Duration.ofMillis(queryTimeout));
    }
    return session;
  }

  private Credentials credentials() {
    if (token != null) {
      return Credentials.bearer(token);
    }
    if (apiKey != null) {
      return Credentials.basic(apiKey, apiSecret);
    }
    if (user != null) {
      return Credentials.basic(user, password == null ? askForPassword() : password);
    }
    return Credentials.NONE;
  }

  private String askForPassword() {
    Console console = System.console();
    if (console == null) {
      throw wrong("Without a terminal the password must be given with --password.");
    }
    return new String(console.readPassword("Enter password: "));
  }
}
