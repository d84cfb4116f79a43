package io.confluent.ksql.engine;

import io.confluent.ksql.engine.command.CatalogVersion;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.planner.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers queries of tables as they are now, which clients ask in the same words many times a
 * second. What was prepared for one version of the catalog is forgotten with the next. May be used
 * by several threads.
 */
final class RepeatedQueries {
  private static final int MAX_QUERIES = 1000;
  private static final int MAX_LENGTH = 2000;

  private final Map<Question, List<Prepared>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, List<Prepared>> eldest) {
          return size() > MAX_QUERIES;
        }
      };
  private Optional<CatalogVersion> basis = Optional.empty();

  /** What is asked, and with what set. */
  private record Question(String script, Session session) {}

  synchronized Optional<List<Prepared>> find(
      String script, Session session, CatalogVersion version) {
    return isBasis(version)
        ? Optional.ofNullable(known.get(new Question(script, session)))
        : Optional.empty();
  }

  /** Remembers a script if it is one such query; others are planned for what is outside, too. */
  synchronized void add(
      String script, Session session, CatalogVersion version, List<Prepared> prepared) {
    if (prepared.size() != 1
        || script.length() > MAX_LENGTH
        || prepared.get(0).plan().filter(Plan.Pull.class::isInstance).isEmpty()) {
      return;
    }
    if (!isBasis(version)) {
      known.clear();
      basis = Optional.of(version);
    }
    known.put(new Question(script, session), prepared);
  }

  /** Versions are replaced and never changed, so the same object is the same version. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isBasis(CatalogVersion version) {
    return basis.isPresent() && basis.get() == version;
  }
}
