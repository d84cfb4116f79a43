package io.confluent.ksql.tools.datagen;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kinds of rows that need no schema file. */
enum Quickstart {
  USERS("users", "userid"),
  USERS_("users", "userid"),
  PAGEVIEWS("pageviews", "viewtime"),
  ORDERS("orders", "orderid"),
  RATINGS("ratings", "rating_id"),
  CLICKSTREAM("clickstream", "ip"),
  CLICKSTREAM_CODES("clickstream", "code"),
  CLICKSTREAM_USERS("webusers", "user_id"),
  /** Heartbeats, which no schema can describe. */
  ECG("HealthSensorInputTopic", EcgRows.KEY);

  private final String root;
  private final String key;

  Quickstart(String root, String key) {
    this.root = root;
    this.key = key;
  }

  /** The one of a name in any case. */
  static Optional<Quickstart> named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.name().equals(upper)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(Quickstart::text).collect(Collectors.joining(", "));
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of the resource that is its schema. */
  String schemaResource() {
    return text() + ".avro";
  }

  /** The topic, unless one is given. */
  String topic(String valueFormat) {
    return this == ECG ? root : root + "_kafka_topic_" + valueFormat.toLowerCase(Locale.ROOT);
  }

  /** The field that is the key, unless one is given. */
  String key() {
    return key;
  }

  /** The format of the values, unless one is given. */
  String valueFormat() {
    return this == ECG ? "delimited" : "json";
  }
}
