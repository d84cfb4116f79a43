package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.record.Publication;
import io.confluent.ksql.mqtt.record.TopicFilter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What a client asks for when it connects.
 *
 * @param five whether it speaks version 5
 * @param clientId its id, perhaps given by us
 * @param idAssigned whether we have given it
 * @param clean whether its former session is to be forgotten
 * @param expiry how long its session is to be kept when it is gone
 * @param keepAlive how long it may be silent; 0 for ever
 * @param window how many messages it takes before it answers
 * @param maxPacket the longest packet it takes
 * @param explains whether it wants reasons in words
 * @param proof what it proves itself with; nothing of it is verified yet
 * @param will what is published when it is gone without a word
 */
record Handshake(
    boolean five,
    String clientId,
    boolean idAssigned,
    boolean clean,
    Duration expiry,
    Duration keepAlive,
    int window,
    long maxPacket,
    boolean explains,
    Authenticator.Proof proof,
    Optional<Will> will) {
  private static final int DEFAULT_WINDOW_BEFORE_5 = 100;
  private static final int MAX_WINDOW = 1_000;
  private static final long MAX_KEEP_ALIVE_SECONDS = 0xFFFF;

  /**
   * What is published when the connection breaks.
   *
   * @param publication of no user yet
   * @param delay how long after it, while the session is kept
   */
  record Will(Publication publication, Duration delay) {}

  /** Why a client is not accepted. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final MqttConnectReturnCode code;

    RefusedException(MqttConnectReturnCode code) {
      super(code.name(), null, false, false);
      this.code = code;
    }

    MqttConnectReturnCode code() {
      return code;
    }
  }

  /**
   * Reads a CONNECT (MQTT 5, 3.1).
   *
   * @param certificate the name in a certificate that the client has shown
   * @throws RefusedException why it is not accepted, whoever it is
   */
  static Handshake of(MqttConnectMessage connect, Optional<String> certificate, Limits limits)
      throws RefusedException {
    MqttConnectVariableHeader header = connect.variableHeader();
    MqttConnectPayload payload = connect.payload();
    boolean five = isFive(connect);
    MqttProperties properties = five ? header.properties() : MqttProperties.NO_PROPERTIES;
    if (properties.getProperty(MqttProperties.AUTHENTICATION_METHOD) != null) {
      throw new RefusedException(
          MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD);
    }
    boolean assigned = payload.clientIdentifier().isEmpty();
    if (assigned && !header.isCleanSession() && !five) {
      throw new RefusedException(MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
    }
    String id = assigned ? "ksql-" + UUID.randomUUID() : payload.clientIdentifier();
    long asked = Properties.number(properties, MqttProperties.SESSION_EXPIRY_INTERVAL).orElse(0L);
    if (!five && !header.isCleanSession()) {
      asked = Long.MAX_VALUE;
    }
    Authenticator.Proof proof =
        new Authenticator.Proof(
            Optional.ofNullable(payload.userName()),
            payload.passwordInBytes() == null ? new byte[0] : payload.passwordInBytes(),
            certificate);
    return new Handshake(
        five,
        id,
        assigned,
        header.isCleanSession(),
        limits.sessionExpiry(asked),
        keepAlive(header.keepAliveTimeSeconds(), limits),
        window(properties, five),
        maxPacket(properties),
        Properties.number(properties, MqttProperties.REQUEST_PROBLEM_INFORMATION).orElse(1L) != 0,
        proof,
        header.isWillFlag() ? Optional.of(will(connect, id, five)) : Optional.empty());
  }

  static boolean isFive(MqttConnectMessage connect) {
    return connect.variableHeader().version() == 5;
  }

  private static Duration keepAlive(int seconds, Limits limits) {
    long most = Math.min(limits.keepAlive().toSeconds(), MAX_KEEP_ALIVE_SECONDS);
    boolean tooLong = most > 0 && (seconds == 0 || seconds > most);
    return Duration.ofSeconds(tooLong ? most : seconds);
  }

  private static int window(MqttProperties properties, boolean five) throws RefusedException {
    if (!five) {
      return DEFAULT_WINDOW_BEFORE_5;
    }
    long asked = Properties.number(properties, MqttProperties.RECEIVE_MAXIMUM).orElse(0xFFFFL);
    return (int) Math.min(positive(asked), MAX_WINDOW);
  }

  private static long maxPacket(MqttProperties properties) throws RefusedException {
    return positive(
        Properties.number(properties, MqttProperties.MAXIMUM_PACKET_SIZE).orElse(Long.MAX_VALUE));
  }

  private static long positive(long number) throws RefusedException {
    if (number == 0) {
      throw new RefusedException(MqttConnectReturnCode.CONNECTION_REFUSED_PROTOCOL_ERROR);
    }
    return number;
  }

  private static Will will(MqttConnectMessage connect, String clientId, boolean five)
      throws RefusedException {
    MqttConnectPayload payload = connect.payload();
    MqttConnectVariableHeader header = connect.variableHeader();
    if (!TopicFilter.isTopic(payload.willTopic())) {
      throw new RefusedException(
          five
              ? MqttConnectReturnCode.CONNECTION_REFUSED_TOPIC_NAME_INVALID
              : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
    }
    if (five && header.isWillRetain()) {
      throw new RefusedException(MqttConnectReturnCode.CONNECTION_REFUSED_RETAIN_NOT_SUPPORTED);
    }
    MqttProperties properties = five ? payload.willProperties() : MqttProperties.NO_PROPERTIES;
    return new Will(
        new Publication(
            payload.willTopic(),
            payload.willMessageInBytes(),
            header.willQos(),
            clientId,
            // Who it is has not been found out yet.
            Optional.empty(),
            Properties.headers(properties)),
        Duration.ofSeconds(
            Properties.number(properties, MqttProperties.WILL_DELAY_INTERVAL).orElse(0L)));
  }
}
