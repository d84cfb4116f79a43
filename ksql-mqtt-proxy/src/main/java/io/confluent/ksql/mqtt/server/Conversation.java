package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.access.Client;
import io.confluent.ksql.mqtt.record.Publication;
import io.confluent.ksql.mqtt.record.TopicFilter;
import io.confluent.ksql.mqtt.record.Verdict;
import io.confluent.ksql.mqtt.session.Link;
import io.confluent.ksql.mqtt.session.Session;
import io.confluent.ksql.mqtt.session.Sessions;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Optional;

/** What an accepted client and the server say to each other. For the event loop of its channel. */
final class Conversation {
  private static final int DISCONNECT_WITH_WILL = 0x04;
  private static final MqttProperties NONE = MqttProperties.NO_PROPERTIES;

  private final ChannelHandlerContext context;
  private final Services services;
  private final Handshake handshake;
  private final Packets packets;
  private final Client client;
  private final Sessions.Opened opened;
  private final Link link;
  private final Ending ending;
  private final TopicAliases aliases = new TopicAliases();
  private final PublishShortcut shortcut;
  private final Inflow inflow;
  private final Outflow outflow;
  private final Subscribing subscribing;
  private Duration expiry;
  private boolean goneInPeace;

  /** Closes the connection. */
  interface Ending {
    /**
     * Says why, if the client's version can, and closes.
     *
     * @param reason 0 if the client wants it so
     */
    void end(int reason, Optional<String> words);
  }

  private Conversation(
      ChannelHandlerContext context,
      Services services,
      Handshake handshake,
      Client client,
      Sessions.Opened opened,
      Link link,
      ReadGate gate,
      Ending ending) {
    this.context = context;
    this.services = services;
    this.handshake = handshake;
    this.packets = new Packets(handshake);
    this.client = client;
    this.opened = opened;
    this.link = link;
    this.ending = ending;
    this.expiry = handshake.expiry();
    this.shortcut = context.pipeline().get(PublishShortcut.class);
    this.inflow = new Inflow(context, packets, services, client, session(), gate, this::refused);
    this.outflow = new Outflow(context, packets, session(), link, handshake, services.statistics());
    this.subscribing = new Subscribing(context, packets, services, client, session());
  }

  /** Opens the client's session. */
  static Conversation begin(
      ChannelHandlerContext context,
      Services services,
      Handshake handshake,
      Link link,
      ReadGate gate,
      Ending ending)
      throws Handshake.RefusedException {
    Client client =
        new Client(handshake.clientId(), services.authenticator().user(handshake.proof()));
    if (handshake.will().isPresent()) {
      checkWill(services, client, handshake);
    }
    Sessions.Opened opened =
        services
            .sessions()
            .open(client.id(), client.user(), handshake.clean(), link)
            .orElseThrow(
                () -> new Handshake.RefusedException(Refusals.noSession(handshake.five())));
    return new Conversation(context, services, handshake, client, opened, link, gate, ending);
  }

  private static void checkWill(Services services, Client client, Handshake handshake)
      throws Handshake.RefusedException {
    String topic = handshake.will().get().publication().topic();
    Optional<Verdict> objection = services.intake().objection(client, topic);
    if (objection.isPresent()) {
      throw new Handshake.RefusedException(
          objection.get() == Verdict.NOT_ALLOWED
              ? Refusals.notAllowed(handshake.five())
              : Refusals.badTopic(handshake.five()));
    }
  }

  private Session session() {
    return opened.session();
  }

  boolean five() {
    return packets.five();
  }

  void start() {
    context.writeAndFlush(
        Welcome.connAck(opened.present(), handshake, services.limits(), TopicAliases.MAX));
    outflow.resume();
  }

  void pump() {
    outflow.pump();
  }

  /** Takes a packet. What is answered at once is sent when all that has come was read. */
  void read(MqttMessage message) {
    try {
      take(message);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  /** Takes one more message on a topic. */
  void read(RepeatedPublish message) {
    inflow.publish(
        publication(message.topic(), message.payload(), message.qos(), NONE), message.packetId());
  }

  private void take(MqttMessage message) {
    switch (message.fixedHeader().messageType()) {
      case PUBLISH -> publish((MqttPublishMessage) message);
      case PUBACK -> outflow.acknowledged(packetId(message));
      case PUBREC -> outflow.received(packetId(message), reason(message));
      case PUBREL -> released(packetId(message));
      case PUBCOMP -> outflow.acknowledged(packetId(message));
      case SUBSCRIBE -> subscribing.subscribe((MqttSubscribeMessage) message);
      case UNSUBSCRIBE -> subscribing.unsubscribe((MqttUnsubscribeMessage) message);
      case PINGREQ -> context.write(Packets.pingResp());
      case DISCONNECT -> disconnected(message);
      case CONNECT, CONNACK, SUBACK, UNSUBACK, PINGRESP, AUTH ->
          ending.end(Reasons.PROTOCOL_ERROR, Optional.empty());
    }
  }

  private static int packetId(MqttMessage message) {
    return ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
  }

  private static int reason(MqttMessage message) {
    return message.variableHeader() instanceof MqttPubReplyMessageVariableHeader reply
        ? Byte.toUnsignedInt(reply.reasonCode())
        : 0;
  }

  private void publish(MqttPublishMessage message) {
    MqttProperties properties = five() ? message.variableHeader().properties() : NONE;
    Optional<String> topic = aliases.resolve(message.variableHeader().topicName(), properties);
    if (topic.isEmpty()) {
      ending.end(Reasons.TOPIC_ALIAS_INVALID, Optional.empty());
    } else if (topic.get().isEmpty() && five()) {
      ending.end(Reasons.PROTOCOL_ERROR, Optional.empty());
    } else if (!TopicFilter.isTopic(topic.get())) {
      ending.end(Reasons.TOPIC_NAME_INVALID, Optional.empty());
    } else if (five() && message.fixedHeader().isRetain()) {
      ending.end(Reasons.RETAIN_NOT_SUPPORTED, Optional.empty());
    } else if (exceedsReceiveMaximum(message)) {
      ending.end(Reasons.RECEIVE_MAXIMUM_EXCEEDED, Optional.empty());
    } else {
      byte[] payload = ByteBufUtil.getBytes(message.payload());
      int qos = message.fixedHeader().qosLevel().value();
      inflow.publish(
          publication(topic.get(), payload, qos, properties), message.variableHeader().packetId());
      shortcut.expect(topic.get(), five());
    }
  }

  private Publication publication(
      String topic, byte[] payload, int qos, MqttProperties properties) {
    return new Publication(
        topic, payload, qos, client.id(), client.user(), Properties.headers(properties));
  }

  /**
   * Whether a client of version 5 sends more at QoS 2 than CONNACK has said (3.3.4). At QoS 1, and
   * before version 5, nothing more is read instead.
   */
  private boolean exceedsReceiveMaximum(MqttPublishMessage message) {
    return five()
        && message.fixedHeader().qosLevel() == MqttQoS.EXACTLY_ONCE
        && session().unreleased() >= services.limits().receiveMaximum()
        && !session().isUnreleased(message.variableHeader().packetId());
  }

  private void released(int packetId) {
    boolean known = session().release(packetId);
    int code = known ? 0 : Reasons.PACKET_ID_NOT_FOUND;
    context.write(packets.reply(MqttMessageType.PUBCOMP, packetId, code, Optional.empty()));
  }

  /** Before version 5 nothing can be answered to a message that is refused. */
  private void refused(Verdict verdict) {
    ending.end(Packets.code(verdict), Packets.words(verdict));
  }

  private void disconnected(MqttMessage message) {
    goneInPeace = true;
    if (message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader said) {
      goneInPeace = said.reasonCode() != DISCONNECT_WITH_WILL;
      Properties.number(said.properties(), MqttProperties.SESSION_EXPIRY_INTERVAL)
          .ifPresent(this::expireAfter);
    }
    ending.end(0, Optional.empty());
  }

  /** A session that was to end with its connection stays so. */
  private void expireAfter(long seconds) {
    if (!expiry.isZero()) {
      expiry = services.limits().sessionExpiry(seconds);
    }
  }

  /** The connection is closed. */
  void ended() {
    Optional<Handshake.Will> will = goneInPeace ? Optional.empty() : handshake.will();
    services
        .sessions()
        .leave(
            session(),
            link,
            expiry,
            will.map(Handshake.Will::delay).orElse(Duration.ZERO),
            will.map(Handshake.Will::publication).map(this::publisher));
  }

  private Runnable publisher(Publication publication) {
    return () -> services.intake().take(client, publication.by(client.user()), verdict -> {});
  }
}
