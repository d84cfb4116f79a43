package io.confluent.ksql.ml;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a model lies: a file, and in a jar of several models which class.
 *
 * @param path the file
 * @param className the class in a jar; empty for its only model, and for files that are no jars
 */
public record ModelFile(Path path, Optional<String> className) {
  private static final String JAR_SEPARATOR = ".jar!";

  public ModelFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(className, "className");
  }

  /** Reads {@code path} or {@code path.jar!ClassName}. */
  public static ModelFile parse(String location) {
    int bang = location.indexOf(JAR_SEPARATOR);
    if (bang < 0) {
      return new ModelFile(Path.of(location), Optional.empty());
    }
    int end = bang + JAR_SEPARATOR.length();
    Path jar = Path.of(location.substring(0, end - 1));
    return new ModelFile(jar, Optional.of(location.substring(end)).filter(n -> !n.isBlank()));
  }

  /** Whether the name of the file ends so, in any case. */
  public boolean hasExtension(String extension) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith("." + extension);
  }

  @Override
  public String toString() {
    return className.map(name -> path + "!" + name).orElseGet(path::toString);
  }
}
