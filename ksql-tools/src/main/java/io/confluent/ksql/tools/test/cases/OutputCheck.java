package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.serde.Values;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Compares the records of topics with those expected: how many, in which order, all parts. */
final class OutputCheck {
  private final TestCase test;
  private final TopicRecords records;
  private final Function<String, TopicCodecs> codecs;

  OutputCheck(TestCase test, TopicRecords records, Function<String, TopicCodecs> codecs) {
    this.test = test;
    this.records = records;
    this.codecs = codecs;
  }

  /** What a record says. */
  private record Decoded(
      Object key,
      Object value,
      long timestamp,
      Optional<TestCase.Window> window,
      List<TestCase.MessageHeader> headers) {}

  /** Throws what does not hold. */
  void check() {
    Map<String, List<TestCase.Message>> expected = new LinkedHashMap<>();
    for (TestCase.Message message : test.outputs()) {
      expected.computeIfAbsent(message.topic(), topic -> new ArrayList<>()).add(message);
    }
    expected.forEach(this::check);
  }

  private void check(String topic, List<TestCase.Message> expected) {
    TopicCodecs codec = codecs.apply(topic);
    List<Decoded> actual = new ArrayList<>();
    for (StoredRecord record : records.of(topic)) {
      actual.add(
          new Decoded(
              codec.key(record.key()),
              codec.value(record.value()),
              record.timestamp(),
              codec.window(record.key()),
              headers(record.headers())));
    }
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      Optional<String> difference = difference(expected.get(i), actual.get(i));
      if (difference.isPresent()) {
        throw new CaseFailure(
            "Topic %s, record %d: other %s.%n  expected %s%n  actual   %s"
                .formatted(topic, i, difference.get(), text(expected.get(i)), text(actual.get(i))));
      }
    }
    if (expected.size() != actual.size()) {
      throw new CaseFailure(
          "Topic %s: other number of records.%n  expected %d: %s%n  actual   %d: %s"
              .formatted(
                  topic,
                  expected.size(),
                  expected.stream().map(OutputCheck::text).toList(),
                  actual.size(),
                  actual.stream().map(OutputCheck::text).toList()));
    }
  }

  private Optional<String> difference(TestCase.Message expected, Decoded actual) {
    if (!expected.window().equals(actual.window())) {
      return Optional.of("window");
    }
    if (!ExpectedValue.matches(expected.key(), actual.key())) {
      return Optional.of("key");
    }
    if (!ExpectedValue.matches(expected.value(), actual.value())) {
      return Optional.of("value");
    }
    if (!expected.headers().equals(actual.headers())) {
      return Optional.of("headers");
    }
    return isTimeOther(expected, actual.timestamp()) ? Optional.of("timestamp") : Optional.empty();
  }

  /** Rows that INSERT wrote without a time have that of the clock. */
  private boolean isTimeOther(TestCase.Message expected, long actual) {
    if (expected.timestamp().isEmpty() || expected.timestamp().getAsLong() == actual) {
      return false;
    }
    return !(test.inputs().isEmpty() && expected.timestamp().getAsLong() == 0);
  }

  private static List<TestCase.MessageHeader> headers(Headers headers) {
    List<TestCase.MessageHeader> found = new ArrayList<>();
    for (Header header : headers) {
      found.add(
          new TestCase.MessageHeader(
              header.key(),
              header.value() == null ? null : Base64.getEncoder().encodeToString(header.value())));
    }
    return found;
  }

  private static String text(TestCase.Message message) {
    return "key %s, value %s%s%s%s"
        .formatted(
            message.key(),
            message.value(),
            message.timestamp().isPresent() ? ", time " + message.timestamp().getAsLong() : "",
            message.window().map(window -> ", " + window).orElse(""),
            message.headers().isEmpty() ? "" : ", " + message.headers());
  }

  private static String text(Decoded record) {
    return "key %s, value %s, time %d%s%s"
        .formatted(
            plain(record.key()),
            plain(record.value()),
            record.timestamp(),
            record.window().map(window -> ", " + window).orElse(""),
            record.headers().isEmpty() ? "" : ", " + record.headers());
  }

  private static Object plain(Object value) {
    if (value instanceof ByteBuffer buffer) {
      return "bytes " + Base64.getEncoder().encodeToString(Values.bytes(buffer));
    }
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    if (value instanceof List<?> list) {
      return list.stream().map(OutputCheck::plain).map(Objects::toString).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      map.forEach((name, each) -> plain.put(name, plain(each)));
      return plain;
    }
    return value;
  }
}
