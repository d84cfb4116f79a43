package io.confluent.ksql.cli;

import io.confluent.ksql.cli.render.DisplayText;
import io.confluent.ksql.cli.render.EntityText;
import io.confluent.ksql.cli.render.ErrorText;
import io.confluent.ksql.cli.render.JsonText;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.DiagnosticRenderer;
import io.confluent.ksql.rest.client.ServerErrorException;
import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.CommandStatus;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.StatementError;
import io.confluent.ksql.rest.wire.Warning;
import io.confluent.ksql.util.KsqlException;
import java.util.List;

/** Shows answers and errors in the format of the session. */
final class Reporter {
  private final Session session;
  private final Output output;

  Reporter(Session session, Output output) {
    this.session = session;
    this.output = output;
  }

  /** Shows answers; an error among them ends in an exception after the others were shown. */
  void show(List<Entity> answers) {
    switch (session.format()) {
      case JSON -> output.result(JsonText.lines(answers));
      case TABULAR -> showTables(answers);
    }
    for (Entity answer : answers) {
      if (isFailure(answer)) {
        CommandResult result = (CommandResult) answer;
        throw new FailedStatement(
            result.statementText(), new KsqlException(result.commandStatus().message()));
      }
    }
  }

  private static boolean isFailure(Entity answer) {
    return answer instanceof CommandResult result
        && result.commandStatus().status() == CommandStatus.Status.ERROR;
  }

  private void showTables(List<Entity> answers) {
    for (Entity answer : answers) {
      if (isFailure(answer)) {
        continue;
      }
      if (answers.size() > 1) {
        output.result(List.of("", answer.statementText()));
      }
      output.result(EntityText.lines(answer, output.width()));
      for (Warning warning : answer.warnings()) {
        output.note("WARNING: " + warning.message());
      }
    }
  }

  /** Shows what went wrong. */
  void show(FailedStatement failure) {
    if (failure.reason() instanceof ServerErrorException refused) {
      show(refused.error(), failure.text());
    } else if (failure.reason() instanceof DiagnosticException wrong) {
      String rendered = DiagnosticRenderer.render(wrong.diagnostic(), failure.text());
      output.error(DisplayText.harmless(rendered).lines().toList());
    } else {
      output.error(DisplayText.harmless(failure.getMessage()).lines().toList());
    }
  }

  private void show(ErrorBody error, String text) {
    if (error instanceof StatementError wrong && !wrong.entities().isEmpty()) {
      session.remember(wrong.entities());
      show(wrong.entities());
    }
    output.error(
        switch (session.format()) {
          case TABULAR -> ErrorText.lines(error, text);
          case JSON -> JsonText.lines(error);
        });
  }
}
