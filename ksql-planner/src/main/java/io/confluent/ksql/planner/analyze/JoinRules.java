package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.JoinType;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.WindowInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be joined with what, before anybody looks at ON. */
final class JoinRules {
  private static final String NO_JOINS = "KAFKA";

  private final Join join;
  private final FromClause left;
  private final FromClause right;
  private final ScopeSource added;

  JoinRules(Join join, FromClause left, FromClause right) {
    this.join = join;
    this.left = left;
    this.right = right;
    this.added = right.sources().get(0);
  }

  void check() {
    left.sources().forEach(this::checkDistinct);
    checkKinds();
    checkWithin();
    checkValueFormats();
    checkWindows();
  }

  private Diagnostic error(ErrorCode code, String format, Object... arguments) {
    return Diagnostic.error(code, join.right().span(), format, arguments);
  }

  private void checkDistinct(ScopeSource source) {
    String name = source.source().name();
    if (name.equals(added.source().name())) {
      throw error(ErrorCode.JOIN_REPEATED_SOURCE, "%s cannot be joined to itself.", name)
          .hint("A copy can: CREATE ... AS SELECT * FROM %s.".formatted(name))
          .toException();
    }
    if (source.alias().equals(added.alias())) {
      throw error(
              ErrorCode.JOIN_REPEATED_SOURCE,
              "Two sources of this query are called %s.",
              added.alias())
          .hint("Give one of them another alias: ... AS other_name.")
          .toException();
    }
  }

  private boolean isStreams() {
    return left.plan().kind() == Source.Kind.STREAM && right.plan().kind() == Source.Kind.STREAM;
  }

  private void checkKinds() {
    boolean table = left.plan().kind() == Source.Kind.TABLE;
    if (table && right.plan().kind() == Source.Kind.STREAM) {
      throw error(
              ErrorCode.JOIN_KIND,
              "A table cannot be joined to a stream, only a stream to a table.")
          .hint("Exchange the two.")
          .toException();
    }
    boolean lookup = !table && right.plan().kind() == Source.Kind.TABLE;
    if (lookup && (join.type() == JoinType.RIGHT || join.type() == JoinType.FULL)) {
      throw error(ErrorCode.JOIN_KIND, "A stream is joined to a table by INNER or LEFT JOIN only.")
          .hint("Only events give rows; a row of the table without one would never come.")
          .toException();
    }
  }

  private void checkWithin() {
    if (isStreams() && join.within().isEmpty()) {
      throw error(
              ErrorCode.JOIN_WITHIN,
              "Two streams are joined within a time, which says how far apart two rows may be.")
          .hint("For example JOIN %s WITHIN 1 HOUR ON ...".formatted(added.alias()))
          .toException();
    }
    if (!isStreams() && join.within().isPresent()) {
      Span span = join.within().get().span();
      boolean tables = left.plan().kind() == Source.Kind.TABLE;
      throw Diagnostic.error(
              ErrorCode.JOIN_WITHIN,
              span,
              "WITHIN belongs to joins of two streams; this joins a %s to a table.",
              tables ? "table" : "stream")
          .hint("Leave WITHIN out.")
          .toException();
    }
  }

  private void checkValueFormats() {
    List<ScopeSource> all = new ArrayList<>(left.sources());
    all.add(added);
    for (ScopeSource source : all) {
      if (source.source().valueFormat().name().equals(NO_JOINS)) {
        throw error(
                ErrorCode.INVALID_FORMAT,
                "Values of %s are of the format KAFKA, which holds one column and joins none.",
                source.source().name())
            .hint("Write it with another VALUE_FORMAT first.")
            .toException();
      }
    }
  }

  /** The key of a windowed row has its window in it, and meets keys of such windows only. */
  private void checkWindows() {
    ScopeSource first = left.sources().get(0);
    Optional<WindowInfo> one = first.source().window();
    Optional<WindowInfo> other = added.source().window();
    if (one.isPresent() != other.isPresent()) {
      throw error(
              ErrorCode.JOIN_WINDOWS,
              "%s is %s and %s is %s: keys with windows and keys without never meet.",
              first.source().name(),
              words(one),
              added.source().name(),
              words(other))
          .toException();
    }
    if (one.isPresent() && isSession(one.get()) != isSession(other.get())) {
      throw error(
              ErrorCode.JOIN_WINDOWS,
              "%s is %s and %s is %s: their keys never meet.",
              first.source().name(),
              words(one),
              added.source().name(),
              words(other))
          .hint("Sessions meet sessions of the same bounds; other windows meet by their start.")
          .toException();
    }
  }

  private static boolean isSession(WindowInfo window) {
    return window.type() == WindowInfo.Type.SESSION;
  }

  private static String words(Optional<WindowInfo> window) {
    return window.map(info -> "windowed by " + info.type()).orElse("not windowed");
  }
}
