package io.confluent.ksql.planner.function;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.Configurable;

/** A function from the rows of a group to one value. */
public final class AggregateFunction implements SqlFunction {
  private final FunctionDescription about;
  private final List<AggregateFactory> factories;

  AggregateFunction(FunctionDescription about, List<AggregateFactory> factories) {
    this.about = Objects.requireNonNull(about, "about");
    this.factories = List.copyOf(factories);
  }

  @Override
  public FunctionDescription about() {
    return about;
  }

  @Override
  public List<Overload> overloads() {
    return factories.stream().map(AggregateFactory::overload).toList();
  }

  /**
   * The overload for a call.
   *
   * @param where the call, for the error
   * @param arguments columns, then literals
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if no overload, or no single best one,
   *     takes these arguments, or one that must be a literal is none
   */
  public ResolvedAggregate resolve(Span where, List<AggregateArgument> arguments) {
    List<SqlArgument> types = arguments.stream().map(AggregateArgument::type).toList();
    OverloadChoice.Match match = new OverloadChoice(this).choose(where, types);
    AggregateFactory factory = factories.get(match.index());
    List<SqlArgument> targets = match.targets(types);
    int columns = columnCount(factory, arguments.size());
    List<Object> literals = literals(where, arguments, targets, columns);
    Udaf<?, ?, ?> udaf = make(where, factory, targets, literals);
    SqlType stateType =
        type(where, udaf.getAggregateSqlType(), factory.stateType(), match, targets);
    SqlType returns =
        type(where, udaf.getReturnSqlType(), factory.overload().returns(), match, targets);
    Overload overload = factory.overload();
    return new ResolvedAggregate(
        new FunctionSignature(name(), overload.types(), overload.variadic(), returns),
        targets,
        columns,
        literals,
        stateType,
        returns,
        udaf instanceof TableUdaf);
  }

  private static int columnCount(AggregateFactory factory, int arguments) {
    int columns = 0;
    while (columns < arguments
        && factory.overload().parameterOf(columns, arguments) < factory.columns().size()) {
      columns++;
    }
    return columns;
  }

  private List<Object> literals(
      Span where, List<AggregateArgument> arguments, List<SqlArgument> targets, int columns) {
    List<Object> literals = new ArrayList<>();
    for (int i = columns; i < arguments.size(); i++) {
      AggregateArgument argument = arguments.get(i);
      if (!argument.literal()) {
        throw FunctionErrors.notLiteral(where, this, i);
      }
      literals.add(coerced(argument.value(), targets.get(i)));
    }
    return literals;
  }

  private static Object coerced(Object literal, SqlArgument target) {
    return target.getSqlType().map(type -> AggregateFactory.coerce(literal, type)).orElse(literal);
  }

  private Udaf<?, ?, ?> make(
      Span where, AggregateFactory factory, List<SqlArgument> types, List<Object> literals) {
    try {
      return factory.make(types, literals);
    } catch (RuntimeException e) {
      throw FunctionErrors.refused(where, this, e);
    }
  }

  private SqlType type(
      Span where,
      Optional<SqlType> computed,
      ParameterType declared,
      OverloadChoice.Match match,
      List<SqlArgument> arguments) {
    return computed
        .or(() -> match.bindings().resolve(declared))
        .orElseThrow(() -> FunctionErrors.unknownResult(where, this, arguments));
  }

  /**
   * A new object to run a resolved call with.
   *
   * @param config settings of the server; the function sees those meant for it
   */
  public AggregateCall bind(ResolvedAggregate call, Map<String, ?> config) {
    AggregateFactory factory =
        factories.stream()
            .filter(candidate -> call.signature().isOf(candidate.overload()))
            .findFirst()
            .orElseThrow(() -> FunctionErrors.lost(call.signature()));
    List<Object> literals = new ArrayList<>();
    for (int i = 0; i < call.literals().size(); i++) {
      literals.add(coerced(call.literals().get(i), call.arguments().get(call.columns() + i)));
    }
    Udaf<Object, Object, Object> udaf = factory.make(call.arguments(), literals);
    if (udaf instanceof Configurable configurable) {
      configurable.configure(FunctionSettings.of(name(), config));
    }
    return new UdafCall(udaf, factory, call, !about.isInternal());
  }
}
