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

  /** Whether a publication would be taken; the reason if not. */
  Optional<Verdict> objection(Client client, String topic) {
    if (!rules.mayPublish(client, topic)) {
      return Optional.of(Verdict.NOT_ALLOWED);
    }
    return routes.route(topic).isPresent() ? Optional.empty() : Optional.of(Verdict.NOT_ROUTED);
  }

  /** Takes a publication; the verdict may come on any thread, also at once. */
  void take(Client client, Publication publication, Consumer<Verdict> verdict) {
    statistics.received.increment();
    Optional<TopicRoutes.Routed> routed = routes.route(publication.topic());
    if (!rules.mayPublish(client, publication.topic())) {
      refuse(Verdict.NOT_ALLOWED, verdict);
    } else if (routed.isEmpty()) {
      refuse(Verdict.NOT_ROUTED, verdict);
    } else {
      send(publication, routed.get(), verdict);
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
