package io.confluent.ksql.tests.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The grammar file as people read it: without labels, without what ends a rule, without what only
 * the generated parser needs.
 *
 * @param sections its parts, words and signs aside
 * @param words the words of the language
 * @param otherWords those words that may also be names
 */
record Grammar(List<Section> sections, List<String> words, List<String> otherWords) {
  private static final Pattern BANNER = Pattern.compile("(?m)^// -{3,}\\n// ");
  private static final Pattern RULE = Pattern.compile("(?m)^(?:fragment )?\\w+\\s*:");
  private static final Pattern WORD = Pattern.compile("\\b[A-Z]+\\b");

  /** Rules under one heading, the heading's first words as its title. */
  record Section(String title, List<String> rules) {}

  static Grammar parse(String text) {
    List<Section> sections = new ArrayList<>();
    String parserRules = text.split("(?m)^// Words\\n", 2)[0];
    List<String> words = List.of();
    for (String part : BANNER.split(text)) {
      String title = part.lines().findFirst().orElse("");
      if (title.equals("Words")) {
        words = WORD.matcher(part.replaceAll("'\\w+'", "")).results().map(m -> m.group()).toList();
      } else if (!title.startsWith("grammar ") && !title.equals("Signs") && !part.isBlank()) {
        List<String> rules = rules(part.substring(title.length()), parserRules);
        sections.add(new Section(title.split(";")[0], rules));
      }
    }
    return new Grammar(List.copyOf(sections), words, otherWords(sections));
  }

  List<String> reservedWords() {
    return words.stream().filter(word -> !otherWords.contains(word)).toList();
  }

  private static List<String> otherWords(List<Section> sections) {
    Optional<String> rule =
        sections.stream()
            .flatMap(section -> section.rules().stream())
            .filter(text -> text.startsWith("nonReserved\n"))
            .findFirst();
    return rule.map(text -> WORD.matcher(text).results().map(m -> m.group()).toList())
        .orElse(List.of());
  }

  private static List<String> rules(String section, String parserRules) {
    List<String> rules = new ArrayList<>();
    StringBuilder rule = new StringBuilder();
    for (String line : section.split("\n")) {
      if (RULE.matcher(line).find() || line.matches("\\w+")) {
        add(rules, rule, parserRules);
      }
      if (!line.isBlank() && !line.strip().startsWith("//")) {
        rule.append(line).append('\n');
      }
    }
    add(rules, rule, parserRules);
    return List.copyOf(rules);
  }

  private static void add(List<String> rules, StringBuilder rule, String parserRules) {
    String text = rule.toString();
    rule.setLength(0);
    if (isForPeople(text, parserRules)) {
      rules.add(readable(text));
    }
  }

  /** Tokens that no rule uses make the lexer take any text; blanks and comments are for people. */
  private static boolean isForPeople(String rule, String parserRules) {
    String name = rule.split("\\W", 2)[0];
    return !rule.isBlank()
        && (!name.equals(name.toUpperCase(Locale.ROOT))
            || rule.contains("channel(HIDDEN)")
            || Pattern.compile("\\b" + name + "\\b").matcher(parserRules).find());
  }

  private static String readable(String rule) {
    List<String> lines =
        Arrays.stream(rule.split("\n"))
            .map(line -> line.replaceAll("\\s+# \\w+$", ""))
            .map(line -> line.replaceAll("\\b\\w+=(?=[\\w('])", ""))
            .map(line -> line.replaceAll("\\s*-> channel\\(HIDDEN\\)", ""))
            .map(line -> line.replaceAll("^fragment ", ""))
            .map(line -> line.replaceAll(" EOF(?=;?$)", ""))
            .map(line -> line.replaceAll("\\s*;$", ""))
            .filter(line -> !line.isBlank())
            .toList();
    return String.join("\n", lines);
  }
}
