package io.confluent.ksql.planner.function;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.schema.ksql.SqlArgument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** The errors of calling a function. */
final class FunctionErrors {
  private FunctionErrors() {}

  static DiagnosticException notFound(Identifier name, List<String> known) {
    return Diagnostic.error(
            ErrorCode.FUNCTION_NOT_FOUND,
            name.span(),
            "There is no such function or model: %s.",
            name.text())
        .hint(
            Names.nearest(name.text(), known)
                .map("Did you mean %s?"::formatted)
                .or(() -> Optional.of(others(name.text()))))
        .toException();
  }

  /** What is like no function may be meant as a model that is to get this name. */
  private static String others(String name) {
    String list = "SHOW FUNCTIONS lists them all.";
    return SourceVersion.isIdentifier(name)
        ? list
            + " The setting ksql.functions.%s.model of the server gives this name to a model."
                .formatted(name.toLowerCase(Locale.ROOT))
        : list;
  }

  static DiagnosticException wrongKind(Identifier name, String wanted) {
    return Diagnostic.error(
            ErrorCode.FUNCTION_NOT_FOUND,
            name.span(),
            "%s is not %s function.",
            name.text(),
            wanted)
        .toException();
  }

  static DiagnosticException noOverload(
      Span where, SqlFunction function, List<SqlArgument> arguments) {
    return withOverloads(
            Diagnostic.error(
                ErrorCode.FUNCTION_ARGUMENTS,
                where,
                "Function %s does not accept arguments of types %s.",
                function.name(),
                types(arguments)),
            function)
        .toException();
  }

  static DiagnosticException ambiguous(
      Span where, SqlFunction function, List<SqlArgument> arguments) {
    return withOverloads(
            Diagnostic.error(
                ErrorCode.FUNCTION_ARGUMENTS,
                where,
                "Several overloads of function %s fit arguments of types %s equally well.",
                function.name(),
                types(arguments)),
            function)
        .hint("CAST the arguments to the types of the overload that is meant.")
        .toException();
  }

  static DiagnosticException unknownResult(
      Span where, SqlFunction function, List<SqlArgument> arguments) {
    return withOverloads(
            Diagnostic.error(
                ErrorCode.FUNCTION_ARGUMENTS,
                where,
                "The type of the result of function %s does not follow from arguments of types %s.",
                function.name(),
                types(arguments)),
            function)
        .hint("CAST a NULL to the type that is meant.")
        .toException();
  }

  static DiagnosticException refused(Span where, SqlFunction function, RuntimeException cause) {
    return Diagnostic.error(
            ErrorCode.FUNCTION_ARGUMENTS,
            where,
            "Function %s refuses its arguments: %s",
            function.name(),
            cause.getMessage())
        .toException(cause);
  }

  static DiagnosticException notLiteral(Span where, SqlFunction function, int argument) {
    return Diagnostic.error(
            ErrorCode.FUNCTION_ARGUMENTS,
            where,
            "Argument %d of function %s must be a literal.",
            argument + 1,
            function.name())
        .toException();
  }

  static DiagnosticException lost(FunctionSignature signature) {
    return Diagnostic.error(
            ErrorCode.FUNCTION_NOT_FOUND,
            "Function %s no longer has the overload %s that a stored query uses.",
            signature.function(),
            signature.parameters())
        .hint("Put the jar that has it back into the extension directory.")
        .toException();
  }

  private static Diagnostic withOverloads(Diagnostic diagnostic, SqlFunction function) {
    Diagnostic result = diagnostic;
    for (Overload overload : function.overloads()) {
      result = result.note("It accepts " + overload.callText(function.name()));
    }
    return result;
  }

  private static String types(List<SqlArgument> arguments) {
    return arguments.stream()
        .map(SqlArgument::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
