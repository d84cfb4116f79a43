package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.parser.ast.DescribeFunction;
import io.confluent.ksql.parser.ast.ShowFunctions;
import io.confluent.ksql.planner.function.AggregateFunction;
import io.confluent.ksql.planner.function.FunctionDescription;
import io.confluent.ksql.planner.function.FunctionParameter;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.Overload;
import io.confluent.ksql.planner.function.SqlFunction;
import io.confluent.ksql.planner.function.TableFunction;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.FunctionDescribed;
import io.confluent.ksql.rest.wire.FunctionKind;
import io.confluent.ksql.rest.wire.FunctionsList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** SHOW FUNCTIONS and DESCRIBE FUNCTION. */
final class FunctionHandlers {
  private final FunctionRegistry functions;

  FunctionHandlers(FunctionRegistry functions) {
    this.functions = functions;
  }

  Optional<Entity> show(ShowFunctions show, Prepared prepared) {
    List<FunctionsList.Function> list =
        functions.all().stream()
            .map(
                function ->
                    new FunctionsList.Function(
                        upper(function), kind(function), function.about().category()))
            .toList();
    return Optional.of(
        new FunctionsList(
            prepared.text(), list, show.extended() ? rejected() : List.of(), List.of()));
  }

  private List<FunctionsList.Rejected> rejected() {
    return functions.rejected().stream()
        .map(
            function ->
                new FunctionsList.Rejected(function.origin(), function.place(), function.reason()))
        .toList();
  }

  Optional<Entity> describe(DescribeFunction describe, Prepared prepared) {
    SqlFunction function = functions.require(describe.name());
    FunctionDescription about = function.about();
    List<FunctionDescribed.Variation> variations =
        function.overloads().stream()
            .map(overload -> variation(overload, about.description()))
            .toList();
    return Optional.of(
        new FunctionDescribed(
            prepared.text(),
            upper(function),
            about.description(),
            about.author(),
            about.version(),
            about.origin(),
            variations,
            kind(function),
            about.details().stream()
                .map(detail -> new FunctionDescribed.Detail(detail.name(), detail.text()))
                .toList(),
            List.of()));
  }

  private static String upper(SqlFunction function) {
    return function.name().toUpperCase(Locale.ROOT);
  }

  private static FunctionKind kind(SqlFunction function) {
    if (function instanceof AggregateFunction) {
      return FunctionKind.AGGREGATE;
    }
    return function instanceof TableFunction ? FunctionKind.TABLE : FunctionKind.SCALAR;
  }

  private static FunctionDescribed.Variation variation(Overload overload, String description) {
    List<FunctionDescribed.Argument> arguments = new ArrayList<>();
    for (int i = 0; i < overload.parameters().size(); i++) {
      FunctionParameter parameter = overload.parameters().get(i);
      arguments.add(
          new FunctionDescribed.Argument(
              parameter.name(),
              parameter.type().toString(),
              parameter.description(),
              i == overload.variadic()));
    }
    return new FunctionDescribed.Variation(
        arguments,
        overload.returns().toString(),
        overload.description().isEmpty() ? description : overload.description());
  }
}
