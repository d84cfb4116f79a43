package io.confluent.ksql.planner.function;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.Udaf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** An aggregate function behind the engine's interface. */
final class UdafCall implements AggregateCall {
  private final Udaf<Object, Object, Object> udaf;
  private final ColumnTuple columns;
  private final List<UnaryOperator<Object>> columnConversions;
  private final boolean convertsColumns;
  private final UnaryOperator<Object> stateIn;
  private final UnaryOperator<Object> stateOut;
  private final UnaryOperator<Object> resultOut;

  UdafCall(
      Udaf<Object, Object, Object> udaf,
      AggregateFactory factory,
      ResolvedAggregate call,
      boolean foreign) {
    this.udaf = udaf;
    this.columns = factory.columns();
    Conversions border = new Conversions(foreign);
    this.columnConversions = new ArrayList<>();
    for (int i = 0; i < call.columns(); i++) {
      int member = factory.overload().parameterOf(i, call.arguments().size());
      columnConversions.add(border.intoFunction(columns.members().get(member)));
    }
    this.convertsColumns = columnConversions.stream().anyMatch(c -> c != Conversions.NONE);
    this.stateIn = border.intoFunction(factory.state());
    this.stateOut = border.outOfFunction(factory.state(), call.intermediateType());
    this.resultOut = border.outOfFunction(factory.result(), call.returnType());
  }

  @Override
  public Object initialize() {
    return stateOut.apply(udaf.initialize());
  }

  @Override
  public Object aggregate(Object[] arguments, Object state) {
    return stateOut.apply(udaf.aggregate(value(arguments), stateIn.apply(state)));
  }

  @Override
  public Object merge(Object older, Object newer) {
    return stateOut.apply(udaf.merge(stateIn.apply(older), stateIn.apply(newer)));
  }

  @Override
  public Object map(Object state) {
    return resultOut.apply(udaf.map(stateIn.apply(state)));
  }

  @Override
  public Object undo(Object[] arguments, Object state) {
    if (!(udaf instanceof TableUdaf<Object, Object, Object> table)) {
      throw new UnsupportedOperationException("This function cannot take a row back.");
    }
    return stateOut.apply(table.undo(value(arguments), stateIn.apply(state)));
  }

  private Object value(Object[] arguments) {
    if (!convertsColumns) {
      return columns.value(arguments);
    }
    Object[] converted = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      converted[i] = columnConversions.get(i).apply(arguments[i]);
    }
    return columns.value(converted);
  }
}
