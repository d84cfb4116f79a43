package io.confluent.ksql.serde;

import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a registry's schema means, in whatever language it is written. */
public sealed interface ForeignType {
  /**
   * The SQL type; empty if there is none, which is noted.
   *
   * @param inference names fields, and notes what has no type
   * @param path where the type stands, for people
   */
  Optional<SqlType> sqlType(ColumnInference inference, String path);

  /**
   * A single value.
   *
   * @param type its type in SQL
   */
  record Scalar(SqlType type) implements ForeignType {
    public Scalar {
      Objects.requireNonNull(type, "type");
    }

    @Override
    public Optional<SqlType> sqlType(ColumnInference inference, String path) {
      return Optional.of(type);
    }
  }

  /**
   * A list.
   *
   * @param item type of its items
   */
  record ListOf(ForeignType item) implements ForeignType {
    public ListOf {
      Objects.requireNonNull(item, "item");
    }

    @Override
    public Optional<SqlType> sqlType(ColumnInference inference, String path) {
      return item.sqlType(inference, path + "[]").map(SqlArray::of);
    }
  }

  /**
   * A map, whose keys are texts in SQL.
   *
   * @param value type of its values
   */
  record MapOf(ForeignType value) implements ForeignType {
    public MapOf {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public Optional<SqlType> sqlType(ColumnInference inference, String path) {
      return value
          .sqlType(inference, path + "{}")
          .map(values -> SqlMap.of(SqlTypes.STRING, values));
    }
  }

  /**
   * A record, or a choice of types of which each is a field.
   *
   * @param fields its fields
   */
  record RecordOf(List<Field> fields) implements ForeignType {
    public RecordOf {
      fields = List.copyOf(fields);
    }

    @Override
    public Optional<SqlType> sqlType(ColumnInference inference, String path) {
      return inference.struct(fields, path);
    }
  }

  /**
   * Something that has no type in SQL.
   *
   * @param reason why, as a predicate: {@code is always null}
   */
  record Untyped(String reason) implements ForeignType {
    public Untyped {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public Optional<SqlType> sqlType(ColumnInference inference, String path) {
      return inference.drop(path, reason);
    }
  }

  /**
   * Something that is part of itself, so that its type would have no end.
   *
   * @param name what it is called
   */
  record Endless(String name) implements ForeignType {
    public Endless {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public Optional<SqlType> sqlType(ColumnInference inference, String path) {
      throw inference.refused(
          "The type %s contains itself, at %s, and no SQL type does.".formatted(name, path));
    }
  }

  /**
   * A field of a record.
   *
   * @param name its name
   * @param type its type
   */
  record Field(String name, ForeignType type) {
    public Field {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }
  }
}
