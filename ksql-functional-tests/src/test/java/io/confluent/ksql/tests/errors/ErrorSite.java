package io.confluent.ksql.tests.errors;

import io.confluent.ksql.tests.architecture.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place in the main code that makes an error.
 *
 * @param file name of the source file
 * @param firstLine of the expression
 * @param lastLine of the expression
 * @param messages its messages, as formats; none if they are made elsewhere
 * @param hinted whether it has a hint
 * @param placed whether it is given a place
 */
record ErrorSite(
    String file,
    int firstLine,
    int lastLine,
    List<String> messages,
    boolean hinted,
    boolean placed) {
  /** Some classes make all their errors in a method of this kind. */
  private static final Pattern START =
      Pattern.compile("\\b(?:Diagnostic\\.error|(?:throw|return) (?:error|refused)|invalid)\\(");

  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern PARTS = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern MESSAGE_FIRST =
      Pattern.compile("Diagnostic\\.error\\(\\s*[\\w.]+,\\s*\"");
  private static final Pattern MORE = Pattern.compile("\\.(hint|note)\\(");
  private static final Pattern ARGUMENT = Pattern.compile("%[-+0-9.]*[a-zA-Z]");

  ErrorSite {
    messages = List.copyOf(messages);
  }

  /** All of some modules. */
  static List<ErrorSite> in(Collection<String> modules) {
    List<ErrorSite> sites = new ArrayList<>();
    for (Path source : SourceTree.mainSources()) {
      String module = SourceTree.ROOT.relativize(source).getName(0).toString();
      if (modules.contains(module)) {
        add(sites, source.getFileName().toString(), SourceTree.text(source));
      }
    }
    return sites;
  }

  private static void add(List<ErrorSite> sites, String file, String source) {
    Matcher start = START.matcher(source);
    while (start.find()) {
      int end = end(source, start.start());
      String code = PARTS.matcher(source.substring(start.start(), end)).replaceAll("");
      Matcher more = MORE.matcher(code);
      List<String> messages = new ArrayList<>();
      Matcher text = TEXT.matcher(more.find() ? code.substring(0, more.start()) : code);
      while (text.find()) {
        messages.add(text.group(1).replace("\\\"", "\""));
      }
      messages.removeIf(message -> message.indexOf(' ') < 0 || !message.matches(".*[a-z]{2}.*"));
      boolean made = code.startsWith("Diagnostic") && code.contains(".toException(");
      if (messages.isEmpty() && !made) {
        continue;
      }
      sites.add(
          new ErrorSite(
              file,
              line(source, start.start()),
              line(source, end),
              messages,
              code.contains(".hint("),
              !MESSAGE_FIRST.matcher(code).lookingAt()));
    }
  }

  /** Where the expression ends: at the semicolon or the bracket that was open before it. */
  private static int end(String source, int start) {
    int open = 0;
    boolean text = false;
    for (int i = start; i < source.length(); i++) {
      char c = source.charAt(i);
      if (text) {
        i += c == '\\' ? 1 : 0;
        text = c != '"';
      } else if (c == '"') {
        text = true;
      } else if (c == '(') {
        open++;
      } else if (c == ';' || (c == ')' && --open < 0)) {
        return i;
      }
    }
    return source.length();
  }

  private static int line(String source, int index) {
    return 1 + (int) source.substring(0, index).chars().filter(c -> c == '\n').count();
  }

  /** Those of some errors that may come from here: they say one of its messages, or passed it. */
  Stream<Refusals.Refusal> among(List<Refusals.Refusal> refusals) {
    return messages.isEmpty()
        ? refusals.stream().filter(this::isPassedBy)
        : refusals.stream().filter(r -> messages.stream().anyMatch(m -> says(r, m)));
  }

  /** Whether an error says this message. */
  static boolean says(Refusals.Refusal refusal, String message) {
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    Matcher argument = ARGUMENT.matcher(message);
    while (argument.find()) {
      pattern.append(Pattern.quote(message.substring(end, argument.start()))).append(".*");
      end = argument.end();
    }
    pattern.append(Pattern.quote(message.substring(end)));
    return Pattern.compile(pattern.toString(), Pattern.DOTALL)
        .matcher(refusal.diagnostic().message())
        .find();
  }

  private boolean isPassedBy(Refusals.Refusal refusal) {
    for (Throwable cause = refusal.error(); cause != null; cause = cause.getCause()) {
      for (StackTraceElement frame : cause.getStackTrace()) {
        if (file.equals(frame.getFileName())
            && firstLine <= frame.getLineNumber()
            && frame.getLineNumber() <= lastLine) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return file + ":" + firstLine + " " + messages;
  }
}
