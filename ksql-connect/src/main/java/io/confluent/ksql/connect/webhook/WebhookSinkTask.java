package io.confluent.ksql.connect.webhook;

import io.confluent.ksql.connect.record.Coordinates;
import io.confluent.ksql.connect.record.DeliveringTask;
import io.confluent.ksql.connect.record.HttpPost;
import io.confluent.ksql.connect.record.RecordJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;

/** Posts records one after the other; the first that fails for a while holds up those behind it. */
public final class WebhookSinkTask extends DeliveringTask<WebhookSettings> {
  private final RecordJson json = new RecordJson(Set.of());
  private URI url;
  private int atOnce;
  private HttpPost http;

  /** Made by a worker. */
  public WebhookSinkTask() {
    super(WebhookSettings.REFUSED);
  }

  @Override
  protected WebhookSettings settings(Map<String, String> config) {
    return new WebhookSettings(config);
  }

  @Override
  protected void begin(WebhookSettings settings, String connector) {
    url = settings.url();
    atOnce = settings.getInt("batch.size");
    http = new HttpPost(settings, settings.headers());
  }

  @Override
  public void put(Collection<SinkRecord> batch) {
    List<SinkRecord> due = redelivery().dueWithValue(batch);
    for (int i = 0; i < due.size(); i += atOnce) {
      List<SinkRecord> request = due.subList(i, Math.min(due.size(), i + atOnce));
      HttpPost.Answer answer = post(request);
      if (answer.worthAnotherTry()) {
        throw redelivery()
            .again(batch, due.subList(i, due.size()), answer.inShort(), answer.retryAfter());
      }
      if (!answer.ok()) {
        request.forEach(
            record -> deadLetters().report(record, url + " refuses it: " + answer.inShort()));
      }
    }
    redelivery().done();
  }

  private HttpPost.Answer post(List<SinkRecord> request) {
    String records =
        request.stream()
            .map(record -> json.of(record.valueSchema(), record.value()))
            .collect(Collectors.joining(","));
    String body = atOnce == 1 ? records : '[' + records + ']';
    return http.post(url, "application/json", body, Map.of("Idempotency-Key", key(request)));
  }

  /**
   * Lets a server tell a repetition from a second alert. It stands for all records of the request:
   * after a restart they may come in other requests.
   */
  private static String key(List<SinkRecord> request) {
    String places =
        request.stream()
            .map(record -> Coordinates.of(record).id())
            .collect(Collectors.joining(","));
    return request.size() == 1
        ? places
        : UUID.nameUUIDFromBytes(places.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
