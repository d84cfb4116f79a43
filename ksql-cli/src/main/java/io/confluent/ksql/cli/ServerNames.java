package io.confluent.ksql.cli;

import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.Keywords;
import io.confluent.ksql.rest.client.ClientOptions;
import io.confluent.ksql.rest.client.KsqlClient;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.FunctionsList;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.SourceSummary;
import io.confluent.ksql.rest.wire.StreamsList;
import io.confluent.ksql.rest.wire.TablesList;
import io.confluent.ksql.util.KsqlException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Names that the server knows, for completion: asked for when needed, kept for a while, and done
 * without when it does not answer at once.
 */
final class ServerNames {
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final String STATEMENTS = "LIST STREAMS; LIST TABLES; LIST FUNCTIONS;";

  private final Supplier<KsqlClient> client;
  private final Clock clock;
  private List<Name> names = List.of();
  private Instant askAgain = Instant.MIN;

  /**
   * A name.
   *
   * @param text as it must be typed
   * @param kind what has it, for people
   */
  record Name(String text, String kind) {}

  ServerNames(Supplier<KsqlClient> client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** All names that are known, possibly none. */
  List<Name> all() {
    if (clock.instant().isAfter(askAgain)) {
      names = ask();
      askAgain = clock.instant().plus(KEPT);
    }
    return names;
  }

  /** Has the names asked for again, since they may have changed. */
  void forget() {
    askAgain = Instant.MIN;
  }

  private List<Name> ask() {
    ClientOptions options = client.get().options().waiting(PATIENCE, PATIENCE);
    try {
      List<Name> found = new ArrayList<>();
      for (Entity entity : new KsqlClient(options).ksql(KsqlRequest.of(STATEMENTS))) {
        collect(entity, found);
      }
      return found;
    } catch (KsqlException | CancellationException e) {
      // Completion without the server's names is better than an error under the cursor.
      return List.of();
    }
  }

  private static void collect(Entity entity, List<Name> found) {
    if (entity instanceof StreamsList list) {
      list.streams().forEach(source -> found.add(source(source, "stream")));
    } else if (entity instanceof TablesList list) {
      list.tables().forEach(source -> found.add(source(source, "table")));
    } else if (entity instanceof FunctionsList list) {
      list.functions().forEach(function -> found.add(new Name(function.name(), "function")));
    }
  }

  private static Name source(SourceSummary source, String kind) {
    boolean plain = Names.isPlain(source.name()) && !Keywords.isReserved(source.name());
    return new Name(plain ? source.name() : Names.quoted(source.name()), kind);
  }
}
