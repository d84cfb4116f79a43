package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.ArrayType;
import io.confluent.ksql.parser.ast.MapType;
import io.confluent.ksql.parser.ast.NamedType;
import io.confluent.ksql.parser.ast.StructType;
import io.confluent.ksql.parser.ast.TypeName;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.ArrayTypeContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.MapTypeContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.NamedTypeContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.StructTypeContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.TypeContext;
import java.util.List;

/** Types. */
final class TypeBuilder extends StrictVisitor<TypeName> {
  private final Spans spans;
  private final NameBuilder names;
  private final LiteralBuilder literals;

  TypeBuilder(Spans spans, NameBuilder names, LiteralBuilder literals) {
    this.spans = spans;
    this.names = names;
    this.literals = literals;
  }

  TypeName type(TypeContext context) {
    return context.accept(this);
  }

  @Override
  public TypeName visitArrayType(ArrayTypeContext context) {
    return new ArrayType(spans.of(context), type(context.type()));
  }

  @Override
  public TypeName visitMapType(MapTypeContext context) {
    return new MapType(spans.of(context), type(context.key), type(context.value));
  }

  @Override
  public TypeName visitStructType(StructTypeContext context) {
    List<StructType.Field> fields =
        context.field().stream()
            .map(f -> new StructType.Field(names.identifier(f.identifier()), type(f.type())))
            .toList();
    return new StructType(spans.of(context), fields);
  }

  @Override
  public TypeName visitNamedType(NamedTypeContext context) {
    Identifier name =
        context.identifier() != null
            ? names.identifier(context.identifier())
            : new Identifier("DECIMAL", spans.of(context.DECIMAL().getSymbol()), false);
    // The word STRING in VARCHAR(STRING) says nothing.
    List<Integer> parameters =
        context.typeParameter().stream()
            .filter(parameter -> parameter.integer() != null)
            .map(parameter -> literals.integer(parameter.integer()))
            .toList();
    return new NamedType(spans.of(context), name, parameters);
  }
}
