package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.compile.Evaluator;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.ExprTrees;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.RegroupStep;
import io.confluent.ksql.planner.physical.RekeyStep;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.row.Row;
import java.util.List;

/** The operations of filters, projections and new keys. */
final class Operations {
  private Operations() {}

  /** Leaves events out whose condition is not true, and those without a value. */
  static Operation.Factory filterEvents(FilterStep step) {
    return task -> {
      StepErrors errors = task.errors(step.id());
      Evaluator condition = errors.compile(step.condition());
      return row -> row.value() != null && holds(condition, row, errors);
    };
  }

  /** Makes rows of a table whose condition is not true rows that are not there. */
  static Operation.Factory filterRows(FilterStep step) {
    return task -> {
      StepErrors errors = task.errors(step.id());
      Evaluator condition = errors.compile(step.condition());
      return row -> {
        if (row.value() != null && !holds(condition, row, errors)) {
          row.setValue(null);
        }
        return true;
      };
    };
  }

  private static boolean holds(Evaluator condition, Cursor row, StepErrors errors) {
    try {
      return Boolean.TRUE.equals(condition.evaluate(row));
    } catch (RuntimeException e) {
      errors.condition(e);
      return false;
    }
  }

  static Operation.Factory project(ProjectStep step) {
    String[] names = names(step.value());
    return task -> {
      StepErrors errors = task.errors(step.id());
      Evaluator[] columns = errors.compileColumns(step.value());
      return row -> {
        if (row.value() != null) {
          row.setValue(evaluate(names, columns, row, errors));
        }
        return true;
      };
    };
  }

  private static Row evaluate(String[] names, Evaluator[] columns, Cursor row, StepErrors errors) {
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = errors.column(names[i], columns[i], row);
    }
    return Row.of(values);
  }

  private static String[] names(List<NamedExpr> exprs) {
    return exprs.stream().map(NamedExpr::name).toArray(String[]::new);
  }

  static Operation.Factory rekey(RekeyStep step) {
    String[] keyNames = names(step.key());
    String[] valueNames = names(step.value());
    boolean[] needsMore = new boolean[keyNames.length];
    for (int i = 0; i < needsMore.length; i++) {
      needsMore[i] = usesMore(step.key().get(i).expr());
    }
    return task -> {
      StepErrors errors = task.errors(step.id());
      Evaluator[] key = errors.compile(step.key());
      Evaluator[] value = errors.compile(step.value());
      return row -> {
        Object[] keyValues = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
          boolean known = row.value() != null || !needsMore[i];
          keyValues[i] = known ? errors.column(keyNames[i], key[i], row) : null;
        }
        if (step.onNullKey() == RekeyStep.OnNullKey.DROP
            && !isGroup(row, keyNames, keyValues, errors)) {
          return false;
        }
        if (row.value() != null) {
          row.setValue(evaluate(valueNames, value, row, errors));
        }
        // Several columns are written as a record, which is there with all its fields NULL.
        boolean none = key.length == 0 || key.length == 1 && keyValues[0] == null;
        row.setKey(none ? null : Row.of(keyValues));
        return true;
      };
    };
  }

  /** Puts the columns of its group before those of a row; one without a group is taken out. */
  static Operation.Factory regroup(RegroupStep step) {
    String[] keyNames = names(step.key());
    String[] valueNames = names(step.value());
    return task -> {
      StepErrors errors = task.errors(step.id());
      Evaluator[] key = errors.compile(step.key());
      Evaluator[] value = errors.compile(step.value());
      return row -> {
        Row group = evaluate(keyNames, key, row, errors);
        if (!isGroup(row, keyNames, group.values(), errors)) {
          return false;
        }
        row.setValue(group.plus(evaluate(valueNames, value, row, errors)));
        return true;
      };
    };
  }

  /** Whether an expression needs more of a row than its key. */
  private static boolean usesMore(Expr expr) {
    boolean[] found = new boolean[1];
    ExprTrees.forEach(
        expr,
        node ->
            found[0] |= node instanceof ColumnRef column && column.side() != ColumnRef.Side.KEY);
    return found[0];
  }

  private static boolean isGroup(Cursor row, String[] names, Object[] key, StepErrors errors) {
    if (row.value() == null) {
      errors.unusable("The value is NULL; the row belongs to no group.");
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (key[i] == null) {
        errors.unusable(
            "The grouping column " + names[i] + " is NULL; the row belongs to no group.");
        return false;
      }
    }
    return true;
  }

  /** Leaves out rows that nothing can be looked up or grouped by. */
  static Operation.Factory requireKeyAndValue(StepId step, String purpose) {
    return task -> {
      StepErrors errors = task.errors(step);
      return row -> {
        if (hasNullKey(row.keyRow())) {
          errors.unusable("The key is NULL; the row is left out of the " + purpose + ".");
          return false;
        }
        if (row.value() == null) {
          errors.unusable("The value is NULL; the row is left out of the " + purpose + ".");
          return false;
        }
        return true;
      };
    };
  }

  /**
   * Leaves out events that are further behind than anybody waits.
   *
   * @param patienceMs how far behind the latest event one may be
   */
  static Operation.Factory dropLate(StepId step, long patienceMs) {
    return task -> {
      StepErrors errors = task.errors(step);
      return row -> {
        if (row.timestamp() + patienceMs < task.streamTime()) {
          errors.unusable("The row of time " + row.timestamp() + " is late for the join.");
          return false;
        }
        return true;
      };
    };
  }

  private static boolean hasNullKey(Row key) {
    if (key == null || key.size() == 0) {
      return true;
    }
    for (int i = 0; i < key.size(); i++) {
      if (key.value(i) == null) {
        return true;
      }
    }
    return false;
  }
}
