package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.ColumnDefinition;
import io.confluent.ksql.parser.ast.ColumnRole;
import io.confluent.ksql.parser.ast.Properties;
import io.confluent.ksql.parser.ast.Property;
import io.confluent.ksql.parser.ast.SourceKind;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.*;
import java.util.List;

/** Columns and the WITH clause. */
final class DefinitionBuilder {
  private final Spans spans;
  private final NameBuilder names;
  private final LiteralBuilder literals;
  private final TypeBuilder types;

  DefinitionBuilder(Spans spans, NameBuilder names, LiteralBuilder literals, TypeBuilder types) {
    this.spans = spans;
    this.names = names;
    this.literals = literals;
    this.types = types;
  }

  List<ColumnDefinition> columns(ColumnsContext context, SourceKind kind) {
    return context == null
        ? List.of()
        : context.column().stream().map(column -> column(column, kind)).toList();
  }

  ColumnDefinition added(AddColumnContext context) {
    return new ColumnDefinition(
        spans.between(context.identifier().getStart(), context.getStop()),
        names.identifier(context.identifier()),
        types.type(context.type()),
        new ColumnRole.Value());
  }

  Properties properties(WithClauseContext context) {
    if (context == null) {
      return Properties.none();
    }
    return new Properties(
        spans.of(context), context.property().stream().map(this::property).toList());
  }

  private Property property(PropertyContext context) {
    String name =
        context.string() != null
            ? names.text(context.string())
            : names.identifier(context.identifier()).text();
    return new Property(spans.of(context), name, literals.constant(context.constant()));
  }

  private ColumnDefinition column(ColumnContext context, SourceKind kind) {
    Identifier name = names.identifier(context.identifier());
    ColumnRole role =
        context.role() == null
            ? new ColumnRole.Value()
            : context.role().accept(new Roles(name, kind));
    return new ColumnDefinition(spans.of(context), name, types.type(context.type()), role);
  }

  private final class Roles extends StrictVisitor<ColumnRole> {
    private final Identifier column;
    private final SourceKind kind;

    Roles(Identifier column, SourceKind kind) {
      this.column = column;
      this.kind = kind;
    }

    @Override
    public ColumnRole visitPrimaryKeyRole(PrimaryKeyRoleContext context) {
      if (kind == SourceKind.STREAM) {
        throw wrongKey(spans.of(context), "a stream has no primary key", "KEY");
      }
      return new ColumnRole.PrimaryKey();
    }

    @Override
    public ColumnRole visitKeyRole(KeyRoleContext context) {
      if (kind == SourceKind.TABLE) {
        throw wrongKey(spans.of(context), "the key of a table is its primary key", "PRIMARY KEY");
      }
      return new ColumnRole.Key();
    }

    @Override
    public ColumnRole visitHeadersRole(HeadersRoleContext context) {
      return new ColumnRole.Headers();
    }

    @Override
    public ColumnRole visitHeaderRole(HeaderRoleContext context) {
      return new ColumnRole.Header(names.text(context.string()));
    }

    private DiagnosticException wrongKey(Span span, String reason, String instead) {
      return Diagnostic.error(ErrorCode.SYNTAX, span, "Column %s: %s.", column, reason)
          .hint("Write " + instead + ".")
          .toException();
    }
  }
}
