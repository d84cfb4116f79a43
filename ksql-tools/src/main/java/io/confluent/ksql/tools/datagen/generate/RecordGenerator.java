package io.confluent.ksql.tools.datagen.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;

/** The fields of a record; those that belong to a session follow from the field that is one. */
final class RecordGenerator {
  /**
   * A field.
   *
   * @param values where its values come from; asked for the value of the session if a sibling
   * @param role whether it has to do with a session
   */
  record Field(Generator values, Role role) {}

  /** What a field has to do with a session. */
  enum Role {
    NONE,
    SESSION,
    SIBLING
  }

  private final List<Field> fields;
  private final OptionalInt session;

  RecordGenerator(List<Field> fields) {
    this.fields = new ArrayList<>(fields);
    session = indexOfSession(fields);
  }

  private static OptionalInt indexOfSession(List<Field> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).role() == Role.SESSION) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The next value of each field. */
  Object[] next(Random random) {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      if (fields.get(i).role() != Role.SIBLING) {
        values[i] = fields.get(i).values().next(random);
      }
    }
    if (session.isPresent()) {
      // Of this seed only, so that the same session gives the same siblings; the factor keeps
      // hashes that lie close together from giving the same numbers.
      long seed = Objects.hashCode(values[session.getAsInt()]) * 0x9E3779B97F4A7C15L;
      Random ofSession = new Random(seed);
      for (int i = 0; i < values.length; i++) {
        if (fields.get(i).role() == Role.SIBLING) {
          values[i] = fields.get(i).values().next(ofSession);
        }
      }
    }
    return values;
  }
}
