package io.confluent.ksql.setting;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A setting: its name, type, default, bounds, scope and meaning, said once. Immutable; the methods
 * that look like setters give a changed copy.
 *
 * @param <T> type of the value
 */
public final class Setting<T> {
  private final String name;
  private final String type;
  private final Function<String, T> parser;
  private final Function<T, String> printer;
  private final T defaultValue;
  private final Scope scope;
  private final String doc;
  private final boolean secret;
  private final List<String> formerNames;
  private final Function<T, Optional<String>> check;

  private Setting(
      String name,
      String type,
      Function<String, T> parser,
      Function<T, String> printer,
      T defaultValue,
      Scope scope,
      String doc,
      boolean secret,
      List<String> formerNames,
      Function<T, Optional<String>> check) {
    this.name = name;
    this.type = type;
    this.parser = parser;
    this.printer = printer;
    this.defaultValue = defaultValue;
    this.scope = scope;
    this.doc = doc;
    this.secret = secret;
    this.formerNames = formerNames;
    this.check = check;
  }

  private static <T> Setting<T> define(
      String name, String type, Function<String, T> parser, Function<T, String> printer, T dflt) {
    return new Setting<>(
        name,
        type,
        parser,
        printer,
        dflt,
        Scope.SERVER,
        "",
        false,
        List.of(),
        value -> Optional.empty());
  }

  /** A text; empty unless a default is given. */
  public static Setting<String> text(String name) {
    return define(name, "text", Function.identity(), Function.identity(), "");
  }

  /** A whole number of 64 bits; 0 unless a default is given. */
  public static Setting<Long> number(String name) {
    return define(name, "number", Long::parseLong, String::valueOf, 0L);
  }

  /** {@code true} or {@code false}; false unless a default is given. */
  public static Setting<Boolean> flag(String name) {
    return define(name, "true | false", Setting::parseFlag, String::valueOf, false);
  }

  /** A duration, written as a number of milliseconds. */
  public static Setting<Duration> duration(String name) {
    return define(
        name,
        "ms",
        text -> Duration.ofMillis(Long.parseLong(text)),
        value -> Long.toString(value.toMillis()),
        Duration.ZERO);
  }

  /** A list of texts, separated by commas; empty unless a default is given. */
  public static Setting<List<String>> list(String name) {
    return define(
        name, "list", Setting::parseList, value -> String.join(",", value), List.<String>of());
  }

  /** One constant of an enum, in any case; the first unless a default is given. */
  public static <E extends Enum<E>> Setting<E> choice(String name, Class<E> type) {
    String names =
        String.join(" | ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    return define(
        name,
        names.toLowerCase(Locale.ROOT),
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
        value -> value.name().toLowerCase(Locale.ROOT),
        type.getEnumConstants()[0]);
  }

  private static Boolean parseFlag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static List<String> parseList(String text) {
    return Arrays.stream(text.split(",")).map(String::trim).filter(s -> !s.isEmpty()).toList();
  }

  /** The same with a default. */
  public Setting<T> defaultsTo(T value) {
    return new Setting<>(
        name, type, parser, printer, value, scope, doc, secret, formerNames, check);
  }

  /** The same with a scope; {@link Scope#SERVER} unless said. */
  public Setting<T> scope(Scope newScope) {
    return new Setting<>(
        name, type, parser, printer, defaultValue, newScope, doc, secret, formerNames, check);
  }

  /** The same with its meaning, a sentence for people. */
  public Setting<T> doc(String text) {
    return new Setting<>(
        name, type, parser, printer, defaultValue, scope, text, secret, formerNames, check);
  }

  /** The same, its value never to be printed. */
  public Setting<T> secret() {
    return new Setting<>(
        name, type, parser, printer, defaultValue, scope, doc, true, formerNames, check);
  }

  /** The same, still read under older names. */
  public Setting<T> formerly(String... names) {
    return new Setting<>(
        name, type, parser, printer, defaultValue, scope, doc, secret, List.of(names), check);
  }

  /** The same, refusing values below a bound; for comparable types. */
  public <C extends Comparable<? super T>> Setting<T> atLeast(C bound) {
    return new Setting<>(
        name,
        type,
        parser,
        printer,
        defaultValue,
        scope,
        doc,
        secret,
        formerNames,
        value ->
            bound.compareTo(value) > 0
                ? Optional.of("It must be at least " + bound + ".")
                : Optional.empty());
  }

  /** Its name in configuration files. */
  public String name() {
    return name;
  }

  /** What its values look like, for people. */
  public String type() {
    return type;
  }

  /** The value where none is given. */
  public T defaultValue() {
    return defaultValue;
  }

  /** The default as it would be written in a file. */
  public String defaultText() {
    return printer.apply(defaultValue);
  }

  /** Who may change it. */
  public Scope scope() {
    return scope;
  }

  /** Its meaning, a sentence for people. */
  public String doc() {
    return doc;
  }

  /** Whether its value must not be printed. */
  public boolean isSecret() {
    return secret;
  }

  /** Older names under which it is still read. */
  public List<String> formerNames() {
    return formerNames;
  }

  /**
   * The value that a text means.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it means none, or one out of bounds
   */
  public T parse(String text) {
    Objects.requireNonNull(text, "text");
    T value;
    try {
      value = parser.apply(text.trim());
    } catch (IllegalArgumentException e) {
      throw invalid(text, "It must be: " + type + ".");
    }
    check
        .apply(value)
        .ifPresent(
            reason -> {
              throw invalid(text, reason);
            });
    return value;
  }

  private RuntimeException invalid(String text, String reason) {
    return Diagnostic.error(
            ErrorCode.INVALID_SETTING,
            "The setting %s cannot be %s.",
            name,
            secret ? "that" : "'" + text + "'")
        .hint(reason)
        .toException();
  }

  @Override
  public String toString() {
    return name;
  }
}
