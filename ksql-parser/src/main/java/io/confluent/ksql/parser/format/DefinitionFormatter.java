package io.confluent.ksql.parser.format;

import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.Keywords;
import io.confluent.ksql.parser.ast.AlterSource;
import io.confluent.ksql.parser.ast.AssertSource;
import io.confluent.ksql.parser.ast.AssertValues;
import io.confluent.ksql.parser.ast.ColumnDefinition;
import io.confluent.ksql.parser.ast.ColumnRole;
import io.confluent.ksql.parser.ast.CreateAsSelect;
import io.confluent.ksql.parser.ast.CreateConnector;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.CreateType;
import io.confluent.ksql.parser.ast.DropConnector;
import io.confluent.ksql.parser.ast.DropSource;
import io.confluent.ksql.parser.ast.DropType;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.InsertSelect;
import io.confluent.ksql.parser.ast.InsertValues;
import io.confluent.ksql.parser.ast.Properties;
import io.confluent.ksql.parser.ast.Property;
import java.util.List;
import java.util.stream.Collectors;

/** Statements that define, fill or remove something. */
final class DefinitionFormatter {
  private DefinitionFormatter() {}

  static String createSource(CreateSource statement) {
    return "CREATE "
        + word(statement.orReplace(), "OR REPLACE ")
        + word(statement.readOnly(), "SOURCE ")
        + statement.kind()
        + " "
        + word(statement.ifNotExists(), "IF NOT EXISTS ")
        + NameFormatter.format(statement.name())
        + columns(statement.columns())
        + with(statement.with());
  }

  static String createAsSelect(CreateAsSelect statement) {
    return "CREATE "
        + word(statement.orReplace(), "OR REPLACE ")
        + statement.kind()
        + " "
        + word(statement.ifNotExists(), "IF NOT EXISTS ")
        + NameFormatter.format(statement.name())
        + with(statement.with())
        + " AS "
        + QueryFormatter.format(statement.query());
  }

  static String insertSelect(InsertSelect statement) {
    return "INSERT INTO "
        + NameFormatter.format(statement.target())
        + with(statement.with())
        + " "
        + QueryFormatter.format(statement.query());
  }

  static String insertValues(InsertValues statement) {
    return "INSERT INTO "
        + NameFormatter.format(statement.target())
        + row(statement.columns(), " VALUES ", statement.values());
  }

  static String dropSource(DropSource statement) {
    return "DROP "
        + statement.kind()
        + " "
        + word(statement.ifExists(), "IF EXISTS ")
        + NameFormatter.format(statement.name())
        + word(statement.deleteTopic(), " DELETE TOPIC");
  }

  static String alterSource(AlterSource statement) {
    return statement.added().stream()
        .map(column -> "ADD COLUMN " + column(column))
        .collect(
            Collectors.joining(
                ", ",
                "ALTER " + statement.kind() + " " + NameFormatter.format(statement.name()) + " ",
                ""));
  }

  static String createType(CreateType statement) {
    return "CREATE TYPE "
        + word(statement.ifNotExists(), "IF NOT EXISTS ")
        + NameFormatter.format(statement.name())
        + " AS "
        + TypeFormatter.format(statement.type());
  }

  static String dropType(DropType statement) {
    return "DROP TYPE "
        + word(statement.ifExists(), "IF EXISTS ")
        + NameFormatter.format(statement.name());
  }

  static String createConnector(CreateConnector statement) {
    return "CREATE "
        + statement.kind()
        + " CONNECTOR "
        + word(statement.ifNotExists(), "IF NOT EXISTS ")
        + NameFormatter.format(statement.name())
        + with(statement.with());
  }

  static String dropConnector(DropConnector statement) {
    return "DROP CONNECTOR "
        + word(statement.ifExists(), "IF EXISTS ")
        + NameFormatter.format(statement.name());
  }

  static String assertValues(AssertValues statement) {
    String name = NameFormatter.format(statement.source());
    return statement.tombstone()
        ? "ASSERT NULL VALUES " + name + row(statement.columns(), " KEY ", statement.values())
        : "ASSERT VALUES " + name + row(statement.columns(), " VALUES ", statement.values());
  }

  static String assertSource(AssertSource statement) {
    return "ASSERT "
        + statement.kind()
        + " "
        + NameFormatter.format(statement.name())
        + columns(statement.columns())
        + with(statement.with());
  }

  /** The WITH clause with a blank before it, or nothing. */
  static String with(Properties properties) {
    return properties.isEmpty()
        ? ""
        : properties.properties().stream()
            .map(DefinitionFormatter::property)
            .collect(Collectors.joining(", ", " WITH (", ")"));
  }

  private static String property(Property property) {
    boolean plain = Names.isPlain(property.name()) && !Keywords.isReserved(property.name());
    String name = plain ? property.name() : NameFormatter.text(property.name());
    return name + "=" + LiteralFormatter.format(property.value());
  }

  private static String columns(List<ColumnDefinition> columns) {
    return columns.isEmpty()
        ? ""
        : columns.stream()
            .map(DefinitionFormatter::column)
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String column(ColumnDefinition column) {
    return NameFormatter.format(column.name())
        + " "
        + TypeFormatter.format(column.type())
        + role(column.role());
  }

  private static String role(ColumnRole role) {
    if (role instanceof ColumnRole.Key) {
      return " KEY";
    }
    if (role instanceof ColumnRole.PrimaryKey) {
      return " PRIMARY KEY";
    }
    if (role instanceof ColumnRole.Headers) {
      return " HEADERS";
    }
    return role instanceof ColumnRole.Header header
        ? " HEADER(" + NameFormatter.text(header.key()) + ")"
        : "";
  }

  private static String row(List<Identifier> columns, String word, List<Expression> values) {
    String names = columns.isEmpty() ? "" : " " + NameFormatter.list(columns);
    return names + word + "(" + ExpressionFormatter.list(values) + ")";
  }

  private static String word(boolean present, String word) {
    return present ? word : "";
  }
}
