package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Names;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The arguments of a command line, checked one by one and against each other. */
final class DataGenArguments {
  private static final double USUAL_ANOMALIES = 0.05;
  private static final long MAX_THREADS = 100;

  private final Map<Argument, String> values;

  private DataGenArguments(Map<Argument, String> values) {
    this.values = values;
  }

  /**
   * The arguments of a command line.
   *
   * @throws DiagnosticException if one cannot be understood or is missing
   */
  static DataGenArguments of(String... words) {
    Map<Argument, String> values = new EnumMap<>(Argument.class);
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1 || equals == word.length() - 1) {
        throw wrong("'%s' is not an argument of the form name=value.", word);
      }
      String name = word.substring(0, equals);
      Argument argument =
          Argument.named(name)
              .orElseThrow(
                  () ->
                      error("There is no argument named '%s'.", name)
                          .hint(
                              Names.nearest(name, Argument.names())
                                  .map("Did you mean %s?"::formatted)
                                  .orElse(
                                      "Arguments: " + String.join(", ", Argument.names()) + "."))
                          .toException());
      if (values.put(argument, word.substring(equals + 1)) != null) {
        throw wrong("%s is given twice.", argument.text());
      }
    }
    DataGenArguments arguments = new DataGenArguments(values);
    arguments.check();
    return arguments;
  }

  /** Everything is asked for once, so that no argument is found to be wrong after the first row. */
  private void check() {
    boolean anySource = quickstart().isPresent() || has(Argument.SCHEMA);
    if (!anySource) {
      throw wrong("Say which rows: schema=FILE or quickstart=NAME.");
    }
    if (quickstart().isPresent() && has(Argument.SCHEMA)) {
      throw wrong("Give either schema or quickstart, not both.");
    }
    valueFormat();
    topic();
    key();
    iterations();
    msgRate();
    maxInterval();
    threads();
    printsRows();
    seed();
    anomalies();
  }

  Optional<Quickstart> quickstart() {
    return text(Argument.QUICKSTART)
        .map(
            name ->
                Quickstart.named(name)
                    .orElseThrow(
                        () ->
                            error("There is no quickstart named '%s'.", name)
                                .hint("Quickstarts: " + Quickstart.names() + ".")
                                .toException()));
  }

  String valueFormat() {
    return text(Argument.VALUE_FORMAT)
        .or(() -> quickstart().map(Quickstart::valueFormat))
        .orElseThrow(() -> wrong("Say how values are written: format=delimited, json or avro."));
  }

  String keyFormat() {
    return text(Argument.KEY_FORMAT).orElse("kafka");
  }

  String topic() {
    return text(Argument.TOPIC)
        .or(() -> quickstart().map(quickstart -> quickstart.topic(valueFormat())))
        .orElseThrow(() -> wrong("Say where the rows go: topic=NAME."));
  }

  String key() {
    return text(Argument.KEY)
        .or(() -> quickstart().map(Quickstart::key))
        .orElseThrow(() -> wrong("Say which field is the key of a record: key=FIELD."));
  }

  OptionalLong iterations() {
    return whole(Argument.ITERATIONS, 1, Long.MAX_VALUE);
  }

  OptionalLong msgRate() {
    return whole(Argument.MSG_RATE, 1, 1_000_000);
  }

  OptionalLong maxInterval() {
    return whole(Argument.MAX_INTERVAL, 0, 86_400_000);
  }

  int threads() {
    return (int) whole(Argument.THREADS, 1, MAX_THREADS).orElse(1);
  }

  boolean printsRows() {
    return text(Argument.PRINT_ROWS)
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw wrong("printRows is true or false, not '%s'.", text);
                })
        .orElse(true);
  }

  OptionalLong seed() {
    return whole(Argument.SEED, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  double anomalies() {
    if (has(Argument.ANOMALIES) && !quickstart().equals(Optional.of(Quickstart.ECG))) {
      throw wrong("anomalies is for quickstart=ecg only.");
    }
    OptionalDouble share =
        text(Argument.ANOMALIES)
            .map(DataGenArguments::number)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    double given = share.orElse(USUAL_ANOMALIES);
    if (!(given >= 0 && given <= 1)) {
      throw wrong("anomalies is a share from 0 to 1, not %s.", given);
    }
    return given;
  }

  boolean has(Argument argument) {
    return values.containsKey(argument);
  }

  Optional<String> text(Argument argument) {
    return Optional.ofNullable(values.get(argument));
  }

  private OptionalLong whole(Argument argument, long least, long greatest) {
    String text = values.get(argument);
    if (text == null) {
      return OptionalLong.empty();
    }
    long number;
    try {
      number = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw wrong("%s is a whole number in decimal digits, not '%s'.", argument.text(), text);
    }
    if (number < least || number > greatest) {
      throw wrong("%s is at least %d and at most %d.", argument.text(), least, greatest);
    }
    return OptionalLong.of(number);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw wrong("anomalies is a share such as 0.05, not '%s'.", text);
    }
  }

  private static Diagnostic error(String format, Object... arguments) {
    return Diagnostic.error(ErrorCode.INVALID_PROPERTY, format, arguments);
  }

  private static DiagnosticException wrong(String format, Object... arguments) {
    return error(format, arguments).hint("ksql-datagen help says more.").toException();
  }
}
