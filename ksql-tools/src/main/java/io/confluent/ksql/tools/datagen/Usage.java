package io.confluent.ksql.tools.datagen;

/** What {@code help} says. */
final class Usage {
  private Usage() {}

  static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            Usage: ksql-datagen name=value ...

            Writes generated rows to a topic, until there are enough of them or Ctrl-C. Each delivered
            row is printed: key --> (field | field | ..) ts:time. Of these, quickstart, or schema with
            format, topic and key, have to be given:

            """);
    int width = Argument.names().stream().mapToInt(String::length).max().orElse(0);
    for (Argument argument : Argument.values()) {
      text.append("  %-{w}s  ".replace("{w}", Integer.toString(width)).formatted(argument.text()));
      text.append(argument.doc()).append('\n');
    }
    return text.append(
            """

            format is another name for value-format.

            Examples:
              ksql-datagen quickstart=ecg anomalies=0.1 msgRate=2
              ksql-datagen quickstart=users format=avro msgRate=10
              ksql-datagen schema=EcdSensorData.avro format=delimited topic=HealthSensorInputTopic \\
                  key=eventid maxInterval=1000
            """)
        .toString();
  }
}
