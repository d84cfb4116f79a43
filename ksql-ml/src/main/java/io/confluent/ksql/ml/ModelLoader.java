package io.confluent.ksql.ml;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Loads models of the formats it knows. */
public final class ModelLoader {
  private final List<ModelFormat> formats;

  /** A loader of given formats; the first that accepts a file loads it. */
  public ModelLoader(List<ModelFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** The formats on the class path of the server. */
  public static ModelLoader builtIn() {
    return new ModelLoader(
        ServiceLoader.load(ModelFormat.class, ModelFormat.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /**
   * The model at a location.
   *
   * @param location a path, or {@code path.jar!ClassName}
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if there is none, or none that can be
   *     scored
   */
  public Model load(String location) {
    ModelFile file = parse(location);
    if (!Files.isRegularFile(file.path())) {
      throw Diagnostic.error(ErrorCode.MODEL, "There is no model file at %s.", file.path())
          .hint("A relative path starts at the directory the server was started in.")
          .toException();
    }
    for (ModelFormat format : formats) {
      if (format.accepts(file)) {
        return format.load(file);
      }
    }
    String known = formats.stream().map(ModelFormat::name).collect(Collectors.joining(", "));
    throw Diagnostic.error(ErrorCode.MODEL, "The file %s is no model of a known format.", file)
        .hint("Known formats: " + known + ".")
        .toException();
  }

  private static ModelFile parse(String location) {
    try {
      return ModelFile.parse(location);
    } catch (InvalidPathException e) {
      throw Diagnostic.error(ErrorCode.MODEL, "'%s' is no path of a model.", location)
          .toException(e);
    }
  }
}
