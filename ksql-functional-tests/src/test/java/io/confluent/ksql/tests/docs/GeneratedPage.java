package io.confluent.ksql.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.tests.architecture.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page in {@code docs} that is written from the code. The build compares it; with {@code
 * -Dksql.docs.update} it writes it anew instead.
 */
final class GeneratedPage {
  /** Stands below the title of every such page. */
  static final String NOTE =
      "<!-- Written from the code by `mvn verify -Dksql.docs.update`; changes by hand are lost. -->\n";

  private GeneratedPage() {}

  static void holds(String name, String text) {
    Path page = SourceTree.ROOT.resolve("docs").resolve(name);
    if (System.getProperty("ksql.docs.update") != null) {
      write(page, text);
    }
    assertThat(Files.exists(page) ? SourceTree.text(page) : "")
        .as("docs/%s; if the code is right, run the build with -Dksql.docs.update", name)
        .isEqualTo(text);
  }

  private static void write(Path page, String text) {
    try {
      Files.writeString(page, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
