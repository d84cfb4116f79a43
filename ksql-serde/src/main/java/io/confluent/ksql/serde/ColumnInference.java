package io.confluent.ksql.serde;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes columns of what a registry's schema means. For one schema. */
public final class ColumnInference {
  private static final String KEY_COLUMN = "ROWKEY";
  private static final String VALUE_COLUMN = "ROWVAL";

  private final FormatContext context;
  private final List<String> dropped = new ArrayList<>();

  /** Inference for one half of a topic's records. */
  public ColumnInference(FormatContext context) {
    this.context = context;
  }

  /**
   * The columns.
   *
   * @throws DiagnosticException {@code INVALID_FORMAT} if there are none
   */
  public InferredSchema columns(ForeignType root) {
    Optional<SqlType> type = root.sqlType(this, "");
    if (type.isEmpty()) {
      throw refused("No part of it has a SQL type. " + String.join(" ", dropped));
    }
    return new InferredSchema(columns(type.get()), type.get() instanceof SqlStruct, dropped);
  }

  private List<Column> columns(SqlType type) {
    if (context.side() == Side.KEY) {
      return List.of(new Column(KEY_COLUMN, type));
    }
    if (!(type instanceof SqlStruct struct) || !context.wrapped()) {
      return List.of(new Column(VALUE_COLUMN, type));
    }
    List<Column> columns = new ArrayList<>();
    struct.fields().forEach(field -> columns.add(new Column(field.name(), field.type())));
    return columns;
  }

  /** The struct of those fields that have a type; empty if none has. */
  Optional<SqlType> struct(List<ForeignType.Field> fields, String path) {
    SqlStruct.Builder struct = SqlTypes.struct();
    Set<String> names = new HashSet<>();
    for (ForeignType.Field field : fields) {
      String inPath = path.isEmpty() ? field.name() : path + "." + field.name();
      Optional<SqlType> type = field.type().sqlType(this, inPath);
      if (type.isEmpty()) {
        continue;
      }
      String name = nameInSql(field.name());
      if (names.add(name)) {
        struct.field(name, type.get());
      } else {
        drop(inPath, "has the name of another field but for case");
      }
    }
    return names.isEmpty() ? drop(path, "has no fields") : Optional.of(struct.build());
  }

  /** Names under a given id are as they are; others are found however a statement writes them. */
  private String nameInSql(String name) {
    return SchemaOptions.id(context).isPresent() ? name : name.toUpperCase(Locale.ROOT);
  }

  /** Notes something without a type, and why it has none. */
  Optional<SqlType> drop(String path, String reason) {
    dropped.add("The field " + (path.isEmpty() ? "at the root" : path) + " " + reason + ".");
    return Optional.empty();
  }

  /** The error of a schema without columns. */
  public DiagnosticException refused(String reason) {
    return Diagnostic.error(
            ErrorCode.INVALID_FORMAT,
            "The schema of the subject %s cannot be turned into columns. %s",
            context.subject(),
            reason)
        .toException();
  }
}
