package io.confluent.ksql.schema.ksql.types;

import io.confluent.ksql.schema.utils.FormatOptions;
import io.confluent.ksql.util.KsqlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A fixed sequence of named values, each of its own type. */
public final class SqlStruct extends SqlType {
  private final List<Field> fields;
  private final Map<String, Field> byName;

  private SqlStruct(List<Field> fields, Map<String, Field> byName) {
    super(SqlBaseType.STRUCT);
    this.fields = List.copyOf(fields);
    this.byName = byName;
  }

  /** A builder of a struct type; fields stand in the order in which they are added. */
  public static Builder builder() {
    return new Builder();
  }

  /** The fields in order. */
  public List<Field> fields() {
    return fields;
  }

  /** The field of exactly that name. */
  public Optional<Field> field(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlStruct that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString(FormatOptions options) {
    return fields.stream()
        .map(field -> options.escape(field.name()) + " " + field.type().toString(options))
        .collect(Collectors.joining(", ", "STRUCT<", ">"));
  }

  /**
   * A field of a struct.
   *
   * @param name its name, exact in case
   * @param type its type
   * @param index its zero-based position
   */
  public record Field(String name, SqlType type, int index) {}

  /** Collects the fields of a struct type. */
  public static final class Builder {
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Field> byName = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a field.
     *
     * @throws KsqlException if there is a field of that name already
     */
    public Builder field(String name, SqlType type) {
      Field field = new Field(name, type, fields.size());
      if (byName.putIfAbsent(name, field) != null) {
        throw new KsqlException("A STRUCT cannot have two fields named `" + name + "`.");
      }
      fields.add(field);
      return this;
    }

    /** The struct type of the fields added so far. */
    public SqlStruct build() {
      return new SqlStruct(fields, Map.copyOf(byName));
    }
  }
}
