package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Literal;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.ConstantContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.DecimalNumberContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.DurationContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.FloatNumberContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.IntegerContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.IntegerNumberContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.LiteralContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.NumberContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.TextContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.TruthContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.TypedDecimalContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Constants. */
final class LiteralBuilder {
  /** Beyond this, reading a decimal would take a time that grows with the square of its length. */
  private static final int MAX_DIGITS = 1000;

  private static final Pattern PLAIN_DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");

  private final Spans spans;
  private final NameBuilder names;

  LiteralBuilder(Spans spans, NameBuilder names) {
    this.spans = spans;
    this.names = names;
  }

  Literal literal(LiteralContext context) {
    if (context.number() != null) {
      return number(context.number(), "", spans.of(context));
    }
    return context.text() != null ? text(context.text()) : truth(context.truth());
  }

  /** A constant of a WITH clause, where a number may have a sign. */
  Literal constant(ConstantContext context) {
    if (context.number() != null) {
      String sign = context.MINUS() != null ? "-" : "";
      return number(context.number(), sign, spans.of(context));
    }
    return context.text() != null ? text(context.text()) : truth(context.truth());
  }

  /**
   * A number.
   *
   * @param sign a minus or nothing; part of the number, so that the least BIGINT can be written
   */
  Literal number(NumberContext context, String sign, Span span) {
    return new Literal(span, context.accept(new NumberValue(sign, span)));
  }

  /** A whole number that is not negative. */
  int integer(IntegerContext context) {
    Span span = spans.of(context);
    try {
      return Integer.parseInt(context.getText());
    } catch (NumberFormatException e) {
      throw tooLarge(context.getText(), "a whole number of 32 bits", span);
    }
  }

  Optional<Integer> optionalInteger(IntegerContext context) {
    return Optional.ofNullable(context).map(this::integer);
  }

  Duration duration(DurationContext context) {
    try {
      long count = Long.parseLong(context.integer().getText());
      long unit = unit(context.unit().getText()).toMillis(1);
      return Duration.ofMillis(Math.multiplyExact(count, unit));
    } catch (NumberFormatException | ArithmeticException e) {
      throw tooLarge(context.integer().getText(), "a duration", spans.of(context.integer()));
    }
  }

  Optional<Duration> optionalDuration(DurationContext context) {
    return Optional.ofNullable(context).map(this::duration);
  }

  /** The unit of that name, singular or plural. */
  static TimeUnit unit(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return TimeUnit.valueOf(upper.endsWith("S") ? upper : upper + "S");
  }

  private Literal text(TextContext context) {
    return new Literal(spans.of(context), names.text(context.string()));
  }

  private Literal truth(TruthContext context) {
    Boolean value = context.NULL() != null ? null : Boolean.valueOf(context.TRUE() != null);
    return new Literal(spans.of(context), value);
  }

  private static DiagnosticException tooLarge(String number, String what, Span span) {
    String shown = number.length() > 40 ? number.substring(0, 40) + ".." : number;
    return Diagnostic.error(
            ErrorCode.INVALID_LITERAL, span, "The number %s is too large for %s.", shown, what)
        .toException();
  }

  private final class NumberValue extends StrictVisitor<Object> {
    private final String sign;
    private final Span span;

    NumberValue(String sign, Span span) {
      this.sign = sign;
      this.span = span;
    }

    @Override
    public Object visitIntegerNumber(IntegerNumberContext context) {
      try {
        long value = Long.parseLong(sign + context.getText());
        if (value == (int) value) {
          return (int) value;
        }
        return value;
      } catch (NumberFormatException e) {
        throw tooLarge(sign + context.getText(), "BIGINT", span);
      }
    }

    @Override
    public Object visitDecimalNumber(DecimalNumberContext context) {
      return decimal(sign + context.getText());
    }

    @Override
    public Object visitFloatNumber(FloatNumberContext context) {
      double value = Double.parseDouble(sign + context.getText());
      if (Double.isInfinite(value)) {
        throw tooLarge(sign + context.getText(), "DOUBLE", span);
      }
      return value;
    }

    @Override
    public Object visitTypedDecimal(TypedDecimalContext context) {
      String digits = names.text(context.string()).trim();
      if (!PLAIN_DECIMAL.matcher(digits).matches()) {
        throw Diagnostic.error(
                ErrorCode.INVALID_LITERAL,
                spans.of(context.string()),
                "The text after DECIMAL is not a decimal number.")
            .hint("Write it like DECIMAL '1.50'.")
            .toException();
      }
      BigDecimal value = decimal(digits);
      return sign.isEmpty() ? value : value.negate();
    }

    private BigDecimal decimal(String digits) {
      if (digits.length() > MAX_DIGITS) {
        throw tooLarge(digits, "DECIMAL", span);
      }
      return new BigDecimal(digits);
    }
  }
}
