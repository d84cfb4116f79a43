package io.confluent.ksql.engine.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.planner.command.Command;
import io.confluent.ksql.planner.command.PlanJson;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;

/** Commands as the bytes of the log, and back. */
final class CommandRecord {
  private static final JsonMapper MAPPER = new JsonMapper();

  private CommandRecord() {}

  static byte[] write(Command command) {
    return PlanJson.write(command);
  }

  /**
   * What the bytes say.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code COMMAND_LOG_FOREIGN} if no
   *     release of this engine wrote them
   */
  static LoggedCommand read(long offset, byte[] bytes) {
    JsonNode json = parse(bytes);
    if (!isOurs(json)) {
      throw Diagnostic.error(
              ErrorCode.COMMAND_LOG_FOREIGN,
              "Record %d of the command topic was written by another program.",
              offset)
          .hint("Set ksql.service.id to a name that no other program uses.")
          .toException();
    }
    int version = json.get("version").asInt();
    if (version > Command.VERSION) {
      return LoggedCommand.unreadable(
          offset,
          "Command %d has version %d; this release knows versions up to %d."
              .formatted(offset, version, Command.VERSION));
    }
    try {
      return LoggedCommand.of(offset, PlanJson.readCommand(bytes));
    } catch (KsqlException e) {
      return LoggedCommand.unreadable(
          offset, "Command %d cannot be read: %s".formatted(offset, e.getMessage()));
    }
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      return bytes == null ? MAPPER.missingNode() : MAPPER.readTree(bytes);
    } catch (IOException e) {
      return MAPPER.missingNode();
    }
  }

  /** The members that every version of a command has and no command of KSQL has together. */
  private static boolean isOurs(JsonNode json) {
    return json.path("version").isInt()
        && json.path("sql").isTextual()
        && json.path("commandId").isTextual();
  }
}
