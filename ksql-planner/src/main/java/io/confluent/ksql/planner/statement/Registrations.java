package io.confluent.ksql.planner.statement;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** What of a source's two halves stands in a schema registry. */
final class Registrations {
  /** The option of formats that names a registered schema. */
  static final String SCHEMA_ID = "SCHEMA_ID";

  private Registrations() {}

  /** The registrations that make the source's schemas known under the subjects of its topic. */
  static List<Duty> of(FormatSupport formats, Source source, Duty.RegisterSchema.Mode mode) {
    List<Duty> duties = new ArrayList<>();
    for (Schema.Side side : Schema.Side.values()) {
      if (registers(formats, source, side)) {
        duties.add(
            new Duty.RegisterSchema(
                source.topic(), side, format(source, side), source.schema().columns(side), mode));
      }
    }
    return duties;
  }

  /** The subjects under which the registry has the source's schemas. */
  static List<String> subjects(FormatSupport formats, Source source) {
    List<String> subjects = new ArrayList<>();
    for (Schema.Side side : Schema.Side.values()) {
      if (registers(formats, source, side)) {
        subjects.add(subject(source.topic(), side));
      }
    }
    return subjects;
  }

  /** The subject of one half of a topic's records. */
  static String subject(String topic, Schema.Side side) {
    return switch (side) {
      case KEY -> topic + "-key";
      case VALUE -> topic + "-value";
    };
  }

  private static boolean registers(FormatSupport formats, Source source, Schema.Side side) {
    return !source.schema().columns(side).isEmpty()
        && formats
            .abilities(format(source, side).name())
            .filter(FormatSupport.Abilities::usesRegistry)
            .isPresent();
  }

  private static FormatSpec format(Source source, Schema.Side side) {
    return switch (side) {
      case KEY -> source.keyFormat();
      case VALUE -> source.valueFormat();
    };
  }
}
