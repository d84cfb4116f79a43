package io.confluent.ksql.cli;

import io.confluent.ksql.parser.Keywords;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes words of the language, commands of the client and names of the server. */
final class SqlCompleter implements Completer {
  private final List<String> words;
  private final ServerNames names;

  SqlCompleter(List<String> commands, ServerNames names) {
    TreeSet<String> all = new TreeSet<>(Keywords.all());
    commands.stream().flatMap(command -> Stream.of(command.split(" "))).forEach(all::add);
    this.words = List.copyOf(all);
    this.names = names;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    boolean lower = isLowerCase(line.word());
    for (ServerNames.Name name : names.all()) {
      candidates.add(candidate(name.text(), name.kind(), lower));
    }
    for (String word : words) {
      candidates.add(candidate(word, "", lower));
    }
  }

  private static boolean isLowerCase(String word) {
    return !word.isEmpty() && word.equals(word.toLowerCase(Locale.ROOT));
  }

  private static Candidate candidate(String text, String kind, boolean lower) {
    // Quoted names keep their case, for it counts.
    String value = lower && !text.startsWith("`") ? text.toLowerCase(Locale.ROOT) : text;
    String description = kind.isEmpty() ? null : kind;
    return new Candidate(value, value, null, description, null, null, true);
  }
}
