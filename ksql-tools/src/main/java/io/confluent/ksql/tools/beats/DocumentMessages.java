package io.confluent.ksql.tools.beats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The three messages that the published demonstration prints in full, byte for byte: a normal beat
 * (99999), one that alerts above 1.3 (33333) and one that alerts above 1.5 (106).
 */
public final class DocumentMessages {
  /** The identifiers, in order. */
  public static final List<String> IDS = List.of("99999", "33333", "106");

  private DocumentMessages() {}

  /** The lines {@code id,numbers}, in the order of {@link #IDS}. */
  public static List<String> lines() {
    try (InputStream in = DocumentMessages.class.getResourceAsStream("documents.msgs")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of a message as they stand there, stray blanks included. */
  public static String numbers(String id) {
    String line = lines().get(IDS.indexOf(id));
    return line.substring(id.length() + 1);
  }
}
