package io.confluent.ksql.planner.statement;

import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import java.util.List;
import java.util.Optional;

/**
 * Where {@code START='fresh'} makes sense: on a stream whose topic nobody but its own query writes.
 * Emptying any other topic would take away what is not the statement's.
 */
final class FreshStart {
  private final PlanningContext context;
  private final WithClause with;

  FreshStart(PlanningContext context, WithClause with) {
    this.context = context;
    this.with = with;
  }

  void check(Source sink, Optional<Source> old) {
    if (sink.isTable()) {
      throw with.invalid(
          SourceProperties.START,
          "is for streams: a table keeps a row a key. DROP TABLE .. DELETE TOPIC begins afresh.");
    }
    if (old.isPresent() && old.get().createdBy().isEmpty()) {
      throw with.invalid(
          SourceProperties.START,
          "would delete records of "
              + old.get().topic()
              + " that no query of "
              + old.get().name()
              + " wrote.");
    }
    others(sink)
        .ifPresent(
            name -> {
              throw with.invalid(
                  SourceProperties.START,
                  "would delete the records of "
                      + name
                      + ": its topic is "
                      + sink.topic()
                      + " too.");
            });
    checkWriters(old);
  }

  private Optional<String> others(Source sink) {
    return context.catalog().sources().stream()
        .filter(other -> other.topic().equals(sink.topic()) && !other.name().equals(sink.name()))
        .map(Source::name)
        .findFirst();
  }

  private void checkWriters(Optional<Source> old) {
    List<String> writers =
        old.stream()
            .flatMap(source -> context.catalog().writersOf(source.name()).stream())
            .map(PersistentQuery::id)
            .filter(id -> old.flatMap(Source::createdBy).filter(id::equals).isEmpty())
            .toList();
    if (!writers.isEmpty()) {
      throw with.invalid(
          SourceProperties.START,
          "would delete the records of "
              + String.join(", ", writers)
              + " too. TERMINATE it first.");
    }
  }
}
