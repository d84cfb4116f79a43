package io.confluent.ksql.mqtt.access;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the files of users and rules. */
final class AccessFiles {
  private AccessFiles() {}

  /**
   * The lines of a file in UTF-8.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException why it cannot be read
   */
  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING,
              "The file %s cannot be read: %s",
              file,
              Files.exists(file) ? e.getMessage() : "there is no such file.")
          .toException(e);
    }
  }
}
