package io.confluent.ksql.cli;

import io.confluent.ksql.cli.render.EntityText;
import io.confluent.ksql.cli.render.JsonText;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.Variables;
import io.confluent.ksql.parser.ast.Define;
import io.confluent.ksql.parser.ast.SetProperty;
import io.confluent.ksql.parser.ast.ShowVariables;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.ast.Undefine;
import io.confluent.ksql.parser.ast.UnsetProperty;
import io.confluent.ksql.rest.client.ServerErrorException;
import io.confluent.ksql.rest.wire.VariablesList;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.util.List;

/** Carries out the statements that concern the session alone. */
final class SessionStatements {
  private final Session session;
  private final Output output;

  SessionStatements(Session session, Output output) {
    this.session = session;
    this.output = output;
  }

  void run(String text) {
    Statement statement = SqlParser.parse(Variables.substitute(text, session.variables()));
    if (statement instanceof SetProperty set) {
      set(set.name(), set.value());
    } else if (statement instanceof UnsetProperty unset) {
      unset(unset.name());
    } else if (statement instanceof Define define) {
      session.variables().put(define.name().text(), define.value());
    } else if (statement instanceof Undefine undefine) {
      undefine(undefine.name().text());
    } else if (statement instanceof ShowVariables) {
      showVariables(text);
    } else {
      throw new IllegalStateException("Not a statement of the session: " + text);
    }
  }

  private void set(String name, String value) {
    checkName(name);
    String message =
        session
            .setProperty(name, value)
            .map(former -> String.format(" from '%s' to '%s'.", former, value))
            .orElseGet(
                () ->
                    String.format(" to '%s'. Use the UNSET command to revert your change.", value));
    output.note("Successfully changed local property '" + name + "'" + message);
  }

  /** Has the server refuse a property; one that cannot say will refuse it when it is used. */
  private void checkName(String name) {
    try {
      session.client().requireValidProperty(name);
    } catch (ServerErrorException e) {
      if (e.error().errorCode() != WireErrorCode.NOT_FOUND.number()) {
        throw e;
      }
    } catch (DiagnosticException e) {
      if (e.diagnostic().code() != ErrorCode.SERVER_UNREACHABLE) {
        throw e;
      }
    }
  }

  private void unset(String name) {
    Object former =
        session
            .unsetProperty(name)
            .orElseThrow(
                () ->
                    Diagnostic.error(
                            ErrorCode.INVALID_SETTING,
                            "The property '%s' cannot be unset: it was never set here.",
                            name)
                        .toException());
    output.note(
        String.format("Successfully unset local property '%s' (value was '%s').", name, former));
  }

  private void undefine(String name) {
    boolean removed = session.variables().keySet().removeIf(name::equalsIgnoreCase);
    if (!removed) {
      throw Diagnostic.error(
              ErrorCode.INVALID_VARIABLE,
              "The variable '%s' cannot be undefined: it was never defined.",
              name)
          .toException();
    }
  }

  private void showVariables(String text) {
    List<VariablesList.Variable> variables =
        session.variables().entrySet().stream()
            .map(entry -> new VariablesList.Variable(entry.getKey(), entry.getValue()))
            .toList();
    VariablesList list = new VariablesList(text, variables, List.of());
    output.result(
        switch (session.format()) {
          case TABULAR -> EntityText.lines(list, output.width());
          case JSON -> JsonText.lines(List.of(list));
        });
  }
}
