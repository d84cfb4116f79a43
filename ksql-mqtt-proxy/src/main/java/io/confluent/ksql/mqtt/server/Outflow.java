package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.session.Link;
import io.confluent.ksql.mqtt.session.Outbound;
import io.confluent.ksql.mqtt.session.Session;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * Messages of one session on their way to its client: no more than its window holds, and no faster
 * than its connection takes them. For the event loop.
 */
final class Outflow {
  private final ChannelHandlerContext context;
  private final Packets packets;
  private final Session session;
  private final Link link;
  private final int window;
  private final long maxPacket;
  private final Statistics statistics;

  Outflow(
      ChannelHandlerContext context,
      Packets packets,
      Session session,
      Link link,
      Handshake handshake,
      Statistics statistics) {
    this.context = context;
    this.packets = packets;
    this.session = session;
    this.link = link;
    this.window = handshake.window();
    this.maxPacket = handshake.maxPacket();
    this.statistics = statistics;
  }

  /** Sends again what a former connection left. */
  void resume() {
    session.unfinished().forEach(this::send);
    pump();
  }

  void pump() {
    while (context.channel().isActive() && context.channel().isWritable()) {
      Optional<Outbound> next = session.next(link, window);
      if (next.isEmpty()) {
        break;
      }
      send(next.get());
    }
    context.flush();
  }

  private void send(Outbound message) {
    if (message.stage() == Outbound.Stage.RELEASE) {
      context.write(packets.reply(MqttMessageType.PUBREL, message.packetId(), 0, Optional.empty()));
      return;
    }
    Instant now = Instant.now();
    if (message.stage() == Outbound.Stage.FIRST && message.delivery().isExpired(now)) {
      // 3.3.2.3.3
      session.finished(message.packetId());
      return;
    }
    MqttPublishMessage packet = packets.publish(message, now);
    if (maxPacket < Long.MAX_VALUE && PacketLength.of(packet) > maxPacket) {
      // As if it had been sent: the protocol wants it so (3.1.2.11.4).
      session.finished(message.packetId());
      return;
    }
    statistics.sent.increment();
    context.write(packet);
  }

  void acknowledged(int packetId) {
    session.finished(packetId);
    pump();
  }

  /**
   * The client has a message of QoS 2.
   *
   * @param reason what it thinks of it; from 0x80 it does not want it
   */
  void received(int packetId, int reason) {
    if (reason >= Reasons.UNSPECIFIED) {
      acknowledged(packetId);
      return;
    }
    boolean known = session.reached(packetId);
    int code = known ? 0 : Reasons.PACKET_ID_NOT_FOUND;
    context.writeAndFlush(packets.reply(MqttMessageType.PUBREL, packetId, code, Optional.empty()));
  }
}
