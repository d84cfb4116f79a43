package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Finds and reads schemas.
 *
 * @param installation where the program is installed, whose {@code test-data} is looked into
 */
record SchemaFiles(Optional<Path> installation) {
  /** The file of a name: as it is, seen from the working directory, else in the test data. */
  Path find(String name) {
    Path asGiven = Path.of(name);
    if (Files.isRegularFile(asGiven)) {
      return asGiven;
    }
    Optional<Path> shipped = installation.map(home -> home.resolve("test-data").resolve(name));
    if (shipped.isPresent() && Files.isRegularFile(shipped.get())) {
      return shipped.get();
    }
    throw Diagnostic.error(
            ErrorCode.INVALID_PROPERTY,
            "There is no schema file %s%s.",
            asGiven.toAbsolutePath(),
            shipped.map(path -> " and no " + path).orElse(""))
        .toException();
  }

  /** The schema in a file. */
  static Schema read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROPERTY, "The schema file %s cannot be read: %s", file, e)
          .toException(e);
    }
  }

  /** The schema that comes with a quickstart. */
  static Schema read(Quickstart quickstart) {
    String name = quickstart.schemaResource();
    try (InputStream input = SchemaFiles.class.getResourceAsStream(name)) {
      return parse(new String(input.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema parse(String json, String name) {
    try {
      return new Schema.Parser().setValidateDefaults(false).parse(json);
    } catch (AvroRuntimeException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROPERTY,
              "%s is not a schema of Avro: %s",
              name,
              e.getMessage().lines().findFirst().orElse(""))
          .toException(e);
    }
  }
}
