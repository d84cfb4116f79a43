package io.confluent.ksql.connect.webhook;

import io.confluent.ksql.connect.record.Coordinates;
import io.confluent.ksql.connect.record.DeadLetters;
import io.confluent.ksql.connect.record.HttpPost;
import io.confluent.ksql.connect.record.RecordJson;
import io.confluent.ksql.connect.record.Redelivery;
import io.confluent.ksql.connect.record.RetrySettings;
import io.confluent.ksql.connect.record.Versions;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** Posts records one after the other; the first that fails for a while holds up those behind it. */
public final class WebhookSinkTask extends SinkTask {
  private URI url;
  private int atOnce;
  private HttpPost http;
  private RecordJson json;
  private Redelivery redelivery;
  private DeadLetters deadLetters;

  @Override
  public String version() {
    return Versions.current();
  }

  @Override
  public void start(Map<String, String> config) {
    WebhookSettings settings = new WebhookSettings(config);
    url = settings.url();
    atOnce = settings.getInt("batch.size");
    http =
        new HttpPost(
            Duration.ofMillis(settings.getInt("connection.timeout.ms")),
            Duration.ofMillis(settings.getInt("read.timeout.ms")),
            settings.headers());
    json = new RecordJson(Set.of());
    redelivery = new Redelivery(context, RetrySettings.of(settings));
    deadLetters = new DeadLetters(context, settings.getString(WebhookSettings.REFUSED));
  }

  @Override
  public void put(Collection<SinkRecord> batch) {
    List<SinkRecord> due =
        redelivery.due(batch).stream().filter(record -> record.value() != null).toList();
    for (int i = 0; i < due.size(); i += atOnce) {
      List<SinkRecord> request = due.subList(i, Math.min(due.size(), i + atOnce));
      HttpPost.Answer answer = post(request);
      if (answer.worthAnotherTry()) {
        throw redelivery.again(
            batch, due.subList(i, due.size()), answer.inShort(), answer.retryAfter());
      }
      if (!answer.ok()) {
        request.forEach(
            record -> deadLetters.report(record, url + " refuses it: " + answer.inShort()));
      }
    }
    redelivery.done();
  }

  /** The header lets a server tell a repetition from a second alert. */
  private HttpPost.Answer post(List<SinkRecord> request) {
    String records =
        request.stream()
            .map(record -> json.of(record.valueSchema(), record.value()))
            .collect(Collectors.joining(","));
    String body = atOnce == 1 ? records : '[' + records + ']';
    return http.post(
        url,
        "application/json",
        body,
        Map.of("Idempotency-Key", Coordinates.of(request.get(0)).id()));
  }

  @Override
  public void close(Collection<TopicPartition> partitions) {
    if (redelivery != null) {
      redelivery.done();
    }
  }

  @Override
  public void stop() {}
}
