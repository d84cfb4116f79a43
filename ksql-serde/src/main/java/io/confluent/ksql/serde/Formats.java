package io.confluent.ksql.serde;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Names;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The formats of a server, by name. Immutable. */
public final class Formats {
  private final Map<String, Format> byName;

  private Formats(Map<String, Format> byName) {
    this.byName = byName;
  }

  /** Every format on the class path. */
  public static Formats installed() {
    return of(ServiceLoader.load(Format.class, Formats.class.getClassLoader()));
  }

  /**
   * These formats.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static Formats of(Iterable<Format> formats) {
    Map<String, Format> byName = new TreeMap<>();
    for (Format format : formats) {
      if (byName.put(format.name(), format) != null) {
        throw new IllegalArgumentException("Two formats are named " + format.name());
      }
    }
    return new Formats(byName);
  }

  /**
   * The format of a name in any case.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code INVALID_FORMAT} if there is
   *     none
   */
  public Format get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                Diagnostic.error(ErrorCode.INVALID_FORMAT, "There is no format named '%s'.", name)
                    .hint(hintFor(name))
                    .toException());
  }

  /** The format of a name in any case, if there is one. */
  public Optional<Format> find(String name) {
    return Optional.ofNullable(byName.get(name.toUpperCase(Locale.ROOT)));
  }

  /** All formats by name. */
  public Collection<Format> all() {
    return List.copyOf(byName.values());
  }

  private String hintFor(String name) {
    return Names.nearest(name, byName.keySet())
        .map("Did you mean %s?"::formatted)
        .orElseGet(() -> "Formats: " + String.join(", ", byName.keySet()) + ".");
  }
}
