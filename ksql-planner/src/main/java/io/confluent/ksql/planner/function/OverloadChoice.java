package io.confluent.ksql.planner.function;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.function.TypeBindings.Casts;
import io.confluent.ksql.schema.ksql.SqlArgument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the overload of a call. Exact types are tried first, implicit casts only if nothing fits
 * exactly. Among several the more specific wins; two that are equally specific are an error,
 * however far each would widen the arguments.
 */
final class OverloadChoice {
  private static final Comparator<Match> SPECIFICITY =
      Comparator.<Match, Boolean>comparing(
              match -> match.overload().isVariadic(), Comparator.reverseOrder())
          .thenComparing(match -> match.overload().parameters().size())
          .thenComparing(match -> generics(match.overload()), Comparator.reverseOrder())
          .thenComparing(match -> takesAnything(match.overload()), Comparator.reverseOrder())
          .thenComparing(match -> match.overload().variadic());

  private final SqlFunction function;

  OverloadChoice(SqlFunction function) {
    this.function = function;
  }

  /** An overload that fits a call, and what its type variables stand for there. */
  record Match(int index, Overload overload, TypeBindings bindings) {
    /** What each argument must be coerced to. */
    List<SqlArgument> targets(List<SqlArgument> arguments) {
      List<SqlArgument> targets = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        int parameter = overload.parameterOf(i, arguments.size());
        ParameterType declared = overload.parameters().get(parameter).type();
        targets.add(bindings.target(declared, arguments.get(i)));
      }
      return targets;
    }
  }

  /**
   * The overload for these arguments.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if there is none, or no single best
   */
  Match choose(Span where, List<SqlArgument> arguments) {
    return best(where, arguments, Casts.NONE)
        .or(() -> best(where, arguments, Casts.IMPLICIT))
        .orElseThrow(() -> FunctionErrors.noOverload(where, function, arguments));
  }

  private Optional<Match> best(Span where, List<SqlArgument> arguments, Casts casts) {
    List<Match> matches = new ArrayList<>();
    List<Overload> overloads = function.overloads();
    for (int i = 0; i < overloads.size(); i++) {
      TypeBindings bindings = new TypeBindings(casts);
      if (fits(overloads.get(i), arguments, bindings)) {
        matches.add(new Match(i, overloads.get(i), bindings));
      }
    }
    matches.sort(SPECIFICITY.reversed());
    if (matches.size() > 1 && SPECIFICITY.compare(matches.get(0), matches.get(1)) == 0) {
      throw FunctionErrors.ambiguous(where, function, arguments);
    }
    return matches.stream().findFirst();
  }

  private static boolean fits(
      Overload overload, List<SqlArgument> arguments, TypeBindings bindings) {
    if (!overload.acceptsCount(arguments.size())) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      int parameter = overload.parameterOf(i, arguments.size());
      if (!bindings.match(overload.parameters().get(parameter).type(), arguments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static long generics(Overload overload) {
    return overload.types().stream().filter(ParameterType::isGeneric).count();
  }

  private static boolean takesAnything(Overload overload) {
    return overload.types().stream().anyMatch(ParameterType.Anything.class::isInstance);
  }
}
