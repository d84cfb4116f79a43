package io.confluent.ksql.planner.explain;

import io.confluent.ksql.name.Names;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Callee;
import io.confluent.ksql.planner.expr.Case;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Lambda;
import io.confluent.ksql.planner.expr.LambdaArgument;
import io.confluent.ksql.planner.expr.Logical;
import io.confluent.ksql.planner.expr.MakeStruct;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A typed expression as text that reads like SQL. For people, not to be parsed. */
public final class ExprText implements Expr.Visitor<String> {
  private static final ExprText VISITOR = new ExprText();

  private ExprText() {}

  /** The expression as text. */
  public static String of(Expr expr) {
    return expr.accept(VISITOR);
  }

  @Override
  public String constant(Constant constant) {
    return constant.value() instanceof String text
        ? "'" + text.replace("'", "''") + "'"
        : String.valueOf(constant.value()).toUpperCase(Locale.ROOT);
  }

  @Override
  public String columnRef(ColumnRef column) {
    return Names.isPlain(column.name()) ? column.name() : Names.quoted(column.name());
  }

  @Override
  public String call(Call call) {
    List<String> arguments = call.arguments().stream().map(ExprText::of).toList();
    if (call.callee() instanceof Callee.Function function) {
      return function.signature().function().toUpperCase(Locale.ROOT)
          + "("
          + String.join(", ", arguments)
          + ")";
    }
    return operator(((Callee.Op) call.callee()).operator(), call, arguments);
  }

  private static String operator(Operator operator, Call call, List<String> arguments) {
    return switch (operator) {
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          MODULO,
          EQUAL,
          NOT_EQUAL,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          IS_DISTINCT_FROM ->
          "(" + arguments.get(0) + " " + operator.symbol() + " " + arguments.get(1) + ")";
      case NEGATE -> "-" + arguments.get(0);
      case IS_NULL -> "(" + arguments.get(0) + " IS NULL)";
      case LIKE ->
          "("
              + arguments.get(0)
              + " LIKE "
              + arguments.get(1)
              + (arguments.size() > 2 ? " ESCAPE " + arguments.get(2) : "")
              + ")";
      case IN ->
          arguments.stream()
              .skip(1)
              .collect(Collectors.joining(", ", "(" + arguments.get(0) + " IN (", "))"));
      case SUBSCRIPT -> arguments.get(0) + "[" + arguments.get(1) + "]";
      case FIELD -> arguments.get(0) + "->" + fieldName(call);
      case MAKE_ARRAY -> "ARRAY[" + String.join(", ", arguments) + "]";
      case MAKE_MAP -> entries(arguments);
    };
  }

  private static String fieldName(Call call) {
    SqlStruct struct = (SqlStruct) call.arguments().get(0).type();
    int index = (Integer) ((Constant) call.arguments().get(1)).value();
    return struct.fields().get(index).name();
  }

  private static String entries(List<String> arguments) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      entries.add(arguments.get(i) + ":=" + arguments.get(i + 1));
    }
    return "MAP(" + String.join(", ", entries) + ")";
  }

  @Override
  public String cast(Cast cast) {
    return "CAST(" + of(cast.operand()) + " AS " + cast.type() + ")";
  }

  @Override
  public String logical(Logical logical) {
    if (logical.kind() == Logical.Kind.NOT) {
      return "(NOT " + of(logical.operands().get(0)) + ")";
    }
    return logical.operands().stream()
        .map(ExprText::of)
        .collect(Collectors.joining(" " + logical.kind() + " ", "(", ")"));
  }

  @Override
  public String caseOf(Case caseOf) {
    StringBuilder text = new StringBuilder("CASE");
    for (Case.When when : caseOf.whens()) {
      text.append(" WHEN ").append(of(when.condition()));
      text.append(" THEN ").append(of(when.result()));
    }
    return text.append(" ELSE ").append(of(caseOf.otherwise())).append(" END").toString();
  }

  @Override
  public String makeStruct(MakeStruct struct) {
    List<String> fields = new ArrayList<>();
    for (SqlStruct.Field field : struct.type().fields()) {
      fields.add(field.name() + ":=" + of(struct.fields().get(field.index())));
    }
    return "STRUCT(" + String.join(", ", fields) + ")";
  }

  @Override
  public String lambda(Lambda lambda) {
    String arguments =
        lambda.arguments().stream().map(LambdaArgument::name).collect(Collectors.joining(", "));
    return "(" + arguments + ") => " + of(lambda.body());
  }

  @Override
  public String lambdaArgument(LambdaArgument argument) {
    return argument.name();
  }
}
