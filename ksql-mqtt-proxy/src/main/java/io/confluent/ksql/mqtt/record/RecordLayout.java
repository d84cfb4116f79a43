package io.confluent.ksql.mqtt.record;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What of a publication becomes key, headers and value of its record.
 *
 * @param key the record's key; none where it renders as an empty text
 * @param headers by name, besides the publication's own properties
 * @param wrapper the JSON object that the payload is put into, if it is
 */
public record RecordLayout(
    Template key, Map<String, Template> headers, Optional<JsonWrapper> wrapper) {
  public RecordLayout {
    headers = new LinkedHashMap<>(headers);
  }

  /**
   * The record.
   *
   * @throws NotJsonException if the payload must be JSON and is not
   */
  public ProducerRecord<byte[], byte[]> record(Publication publication, TopicRoutes.Routed routed) {
    Matcher match = routed.match();
    String keyText = key.render(publication, match);
    Headers all = new RecordHeaders();
    if (!keyText.equals(publication.topic())) {
      all.add(CarriedHeaders.TOPIC, bytes(publication.topic()));
    }
    headers.forEach((name, template) -> all.add(name, bytes(template.render(publication, match))));
    publication.properties().forEach(property -> all.add(property.getKey(), property.getValue()));
    byte[] value =
        wrapper.isPresent() ? wrapper.get().wrap(publication, match) : publication.payload();
    return new ProducerRecord<>(
        routed.kafkaTopic(), null, keyText.isEmpty() ? null : bytes(keyText), value, all);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
