package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.access.AccessRules;
import io.confluent.ksql.mqtt.access.Client;
import io.confluent.ksql.mqtt.kafka.RecordSink;
import io.confluent.ksql.mqtt.record.NotJsonException;
import io.confluent.ksql.mqtt.record.Publication;
import io.confluent.ksql.mqtt.record.RecordLayout;
import io.confluent.ksql.mqtt.record.TopicRoutes;
import io.confluent.ksql.mqtt.record.Verdict;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Takes publications, and says what has become of each. */
public final class Intake {
  private final AccessRules rules;
  private final TopicRoutes routes;
  private final RecordLayout layout;
  private final RecordSink sink;
  private final Statistics statistics;

  /** An intake of records for a sink. */
  public Intake(
      AccessRules rules,
      TopicRoutes routes,
      RecordLayout layout,
      RecordSink sink,
      Statistics statistics) {
    this.rules = rules;
    this.routes = routes;
    this.layout = layout;
    this.sink = sink;
    this.statistics = statistics;
  }

  RecordSink sink() {
    return sink;
  }

  /**
   * Where the messages of a client on one topic go, or why they are not taken. It stays true, so
   * that who has one need not ask for each message; for one thread at a time.
   */
  sealed interface Admission {}

  /** They are taken. */
  private record Granted(TopicRoutes.Routed routed) implements Admission {}

  /** They are not. */
  private record Denied(Verdict objection) implements Admission {}

  /** Whether messages of a client on a topic are taken. */
  Admission admission(Client client, String topic) {
    if (!rules.mayPublish(client, topic)) {
      return new Denied(Verdict.NOT_ALLOWED);
    }
    return routes
        .route(topic)
        .<Admission>map(Granted::new)
        .orElseGet(() -> new Denied(Verdict.NOT_ROUTED));
  }

  /** Whether a publication would be taken; the reason if not. */
  Optional<Verdict> objection(Client client, String topic) {
    return admission(client, topic) instanceof Denied denied
        ? Optional.of(denied.objection())
        : Optional.empty();
  }

  /** Takes a publication; the verdict may come on any thread, also at once. */
  void take(Client client, Publication publication, Consumer<Verdict> verdict) {
    take(admission(client, publication.topic()), publication, verdict);
  }

  /** The same with an admission of its client and topic. */
  void take(Admission admission, Publication publication, Consumer<Verdict> verdict) {
    statistics.received.increment();
    if (admission instanceof Granted granted) {
      send(publication, granted.routed(), verdict);
    } else if (admission instanceof Denied denied) {
      refuse(denied.objection(), verdict);
    }
  }

  private void send(Publication publication, TopicRoutes.Routed routed, Consumer<Verdict> verdict) {
    ProducerRecord<byte[], byte[]> record;
    try {
      record = layout.record(publication, routed);
    } catch (NotJsonException e) {
      refuse(Verdict.NOT_JSON, verdict);
      return;
    }
    sink.send(
        record,
        failure -> {
          if (failure.isEmpty()) {
            statistics.stored.increment();
            verdict.accept(Verdict.STORED);
          } else {
            boolean tooLarge = failure.get() instanceof RecordTooLargeException;
            refuse(tooLarge ? Verdict.TOO_LARGE : Verdict.UNAVAILABLE, verdict);
          }
        });
  }

  private void refuse(Verdict reason, Consumer<Verdict> verdict) {
    statistics.refused.increment();
    verdict.accept(reason);
  }
}
