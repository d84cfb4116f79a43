package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.tools.datagen.generate.RowSource;
import io.confluent.ksql.tools.datagen.generate.SchemaRows;
import io.confluent.ksql.tools.produce.Pace;
import io.confluent.ksql.tools.produce.RecordSink;
import io.confluent.ksql.tools.produce.StopSignal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;

/** Command line: writes generated rows to a topic. */
public final class DataGen {
  private static final List<String> HELP = List.of("help", "--help", "-h");

  private final Outside outside;
  private final PrintStream out;
  private final PrintStream err;
  private final StopSignal stop;

  DataGen(Outside outside, PrintStream out, PrintStream err, StopSignal stop) {
    this.outside = outside;
    this.out = out;
    this.err = err;
    this.stop = stop;
  }

  /** Starts the command. */
  public static void main(String[] arguments) {
    StopSignal stop = new StopSignal();
    DataGen dataGen =
        new DataGen(new RealOutside(new SchemaFiles(home())), System.out, System.err, stop);
    int code;
    StopSignal.Closing ending = stop.onShutdown();
    try {
      code = dataGen.run(arguments);
    } finally {
      ending.close();
    }
    System.exit(code);
  }

  /**
   * Does what the arguments say, in this process.
   *
   * @param out where delivered rows and help are printed
   * @param err where errors and warnings are printed, one line each
   * @return the exit code: 0 if all rows were delivered, else 1
   */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    return new DataGen(new RealOutside(new SchemaFiles(home())), out, err, new StopSignal())
        .run(arguments);
  }

  private static Optional<Path> home() {
    return Optional.ofNullable(System.getProperty("ksql.home")).map(Path::of);
  }

  /** Does what the arguments say; gives the exit code. */
  int run(String... arguments) {
    if (arguments.length == 0) {
      err.print(Usage.text());
      return 1;
    }
    if (arguments.length == 1 && HELP.contains(arguments[0])) {
      out.print(Usage.text());
      return 0;
    }
    try {
      generate(DataGenArguments.of(arguments));
      return 0;
    } catch (DiagnosticException e) {
      Diagnostic diagnostic = e.diagnostic();
      return failed(diagnostic.message() + diagnostic.hint().map(hint -> " " + hint).orElse(""));
    } catch (EncodeException | RegistryException e) {
      return failed(e.getMessage());
    }
  }

  private int failed(String sentence) {
    err.println("ksql-datagen: " + sentence.replaceAll("\\R\\s*", " "));
    return 1;
  }

  private void generate(DataGenArguments arguments) {
    Connection connection = Connection.of(arguments);
    long seed = arguments.seed().orElseGet(() -> new Random().nextLong());
    RowSource rows;
    Optional<String> recordName = Optional.empty();
    if (arguments.quickstart().equals(Optional.of(Quickstart.ECG))) {
      rows = new EcgRows(seed, arguments.anomalies());
    } else {
      Path file = arguments.text(Argument.SCHEMA).map(outside.schemas()::find).orElse(Path.of(""));
      Schema schema =
          arguments.quickstart().map(SchemaFiles::read).orElseGet(() -> SchemaFiles.read(file));
      Path directory = file.toAbsolutePath().getParent();
      rows = SchemaRows.of(schema, directory, outside.clock(), seed);
      recordName = Optional.of(schema.getFullName());
    }
    RowFormats formats =
        new RowFormats(rows.columns(), arguments, recordName, outside.registry(connection));
    Generation.Printer printer = new Generation.Printer(arguments.printsRows(), out, err);
    try (RecordSink sink = outside.sink(connection, arguments.topic())) {
      long iterations = arguments.iterations().orElse(Long.MAX_VALUE);
      new Generation(rows, iterations, formats, sink, pace(arguments), stop, printer)
          .run(arguments.threads());
    }
  }

  private Pace pace(DataGenArguments arguments) {
    if (arguments.msgRate().isPresent()) {
      if (arguments.maxInterval().isPresent()) {
        err.println("ksql-datagen: maxInterval has no effect beside msgRate.");
      }
      return Pace.perSecond(arguments.msgRate().getAsLong(), stop);
    }
    return arguments.maxInterval().isPresent()
        ? Pace.upTo(arguments.maxInterval().getAsLong(), new Random(), stop::sleepNanos)
        : Pace.UNLIMITED;
  }
}
