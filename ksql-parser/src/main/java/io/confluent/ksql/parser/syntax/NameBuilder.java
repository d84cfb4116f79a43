package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.IdentifierContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.NamesContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.SourceNameContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.StringContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.TopicNameContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.VariableNameContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and quoted texts. */
final class NameBuilder {
  private static final Pattern SOURCE_NAME = Pattern.compile("[A-Za-z0-9_-]*");
  private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_@]*");

  private final Spans spans;

  NameBuilder(Spans spans) {
    this.spans = spans;
  }

  /** A name as it means: without its quotes, or in upper case if it has none. */
  Identifier identifier(IdentifierContext context) {
    Identifier written = asWritten(context);
    return written.quoted()
        ? written
        : new Identifier(written.text().toUpperCase(Locale.ROOT), written.span(), false);
  }

  /** The name of a stream or table, or of its alias. */
  Identifier source(SourceNameContext context) {
    Identifier name = identifier(context.identifier());
    if (!SOURCE_NAME.matcher(name.text()).matches()) {
      throw Diagnostic.error(
              ErrorCode.SYNTAX, name.span(), "The name %s is not one for a stream or table.", name)
          .hint("Such names are made of letters, digits, '_' and '-'.")
          .toException();
    }
    return name;
  }

  /** A name whose case counts even without quotes. */
  Identifier topic(TopicNameContext context) {
    if (context.string() != null) {
      return notEmpty(new Identifier(text(context.string()), spans.of(context), true));
    }
    return asWritten(context.identifier());
  }

  /** The name of a variable, in the case it was written in; any word can be one. */
  Identifier variable(VariableNameContext context) {
    String name = context.getText();
    Span span = spans.of(context);
    if (!VARIABLE_NAME.matcher(name).matches()) {
      throw Diagnostic.error(ErrorCode.SYNTAX, span, "The name %s is not one for a variable.", name)
          .hint("Such names begin with a letter or '_' and go on with letters, digits, '_', '@'.")
          .toException();
    }
    return new Identifier(name, span, false);
  }

  List<Identifier> list(NamesContext context) {
    return context == null ? List.of() : list(context.identifier());
  }

  List<Identifier> list(List<IdentifierContext> contexts) {
    return contexts.stream().map(this::identifier).toList();
  }

  /** What stands between single quotes. */
  String text(StringContext context) {
    return unquoted(context.getText());
  }

  private Identifier asWritten(IdentifierContext context) {
    String text = context.getText();
    boolean quoted = context.QUOTED_IDENTIFIER() != null || context.BACKQUOTED_IDENTIFIER() != null;
    return notEmpty(new Identifier(quoted ? unquoted(text) : text, spans.of(context), quoted));
  }

  private static Identifier notEmpty(Identifier name) {
    if (name.text().isEmpty()) {
      throw Diagnostic.error(ErrorCode.SYNTAX, name.span(), "A name cannot be empty.")
          .toException();
    }
    return name;
  }

  private static String unquoted(String text) {
    String quote = text.substring(0, 1);
    return text.substring(1, text.length() - 1).replace(quote + quote, quote);
  }
}
