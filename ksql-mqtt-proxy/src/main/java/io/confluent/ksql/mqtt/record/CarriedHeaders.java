package io.confluent.ksql.mqtt.record;

/**
 * Names of the headers that carry properties which MQTT 5 has a name for; a user property is a
 * header of its own name.
 */
public final class CarriedHeaders {
  /** The MQTT topic of a record whose key does not say it. */
  public static final String TOPIC = "mqtt.topic";

  /** What kind of content a payload is. */
  public static final String CONTENT_TYPE = "mqtt.content.type";

  /** Where an answer is expected. */
  public static final String RESPONSE_TOPIC = "mqtt.response.topic";

  /** What the answer is to be recognised by. */
  public static final String CORRELATION_DATA = "mqtt.correlation.data";

  /** "1" if a payload is a text. */
  public static final String PAYLOAD_FORMAT = "mqtt.payload.format";

  /** For how many seconds a message is of use, in digits, counted from the time of its record. */
  public static final String EXPIRY = "mqtt.message.expiry";

  private CarriedHeaders() {}
}
