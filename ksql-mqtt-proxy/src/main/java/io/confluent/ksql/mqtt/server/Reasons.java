package io.confluent.ksql.mqtt.server;

/** Reason codes of MQTT 5 that this server gives. */
final class Reasons {
  static final int NO_SUBSCRIPTION_EXISTED = 0x11;
  static final int UNSPECIFIED = 0x80;
  static final int MALFORMED = 0x81;
  static final int PROTOCOL_ERROR = 0x82;
  static final int IMPLEMENTATION_SPECIFIC = 0x83;
  static final int NOT_AUTHORIZED = 0x87;
  static final int SHUTTING_DOWN = 0x8B;
  static final int KEEP_ALIVE_TIMEOUT = 0x8D;
  static final int SESSION_TAKEN_OVER = 0x8E;
  static final int TOPIC_FILTER_INVALID = 0x8F;
  static final int TOPIC_NAME_INVALID = 0x90;
  static final int PACKET_ID_NOT_FOUND = 0x92;
  static final int RECEIVE_MAXIMUM_EXCEEDED = 0x93;
  static final int TOPIC_ALIAS_INVALID = 0x94;
  static final int PACKET_TOO_LARGE = 0x95;
  static final int QUOTA_EXCEEDED = 0x97;
  static final int PAYLOAD_FORMAT_INVALID = 0x99;
  static final int RETAIN_NOT_SUPPORTED = 0x9A;
  static final int SHARED_NOT_SUPPORTED = 0x9E;
  static final int SUBSCRIPTION_IDS_NOT_SUPPORTED = 0xA1;

  /** What versions before 5 answer to a subscription that is refused. */
  static final int SUBSCRIPTION_FAILURE = 0x80;

  private Reasons() {}
}
