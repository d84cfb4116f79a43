package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.access.Client;
import io.confluent.ksql.mqtt.record.TopicFilter;
import io.confluent.ksql.mqtt.session.Session;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Begins and ends subscriptions of one session; for the event loop of its connection. */
final class Subscribing {
  private static final String SHARED = "$share/";
  private static final int MAX_FILTERS = 1_000;

  private final ChannelHandlerContext context;
  private final Packets packets;
  private final Services services;
  private final Client client;
  private final Session session;

  Subscribing(
      ChannelHandlerContext context,
      Packets packets,
      Services services,
      Client client,
      Session session) {
    this.context = context;
    this.packets = packets;
    this.services = services;
    this.client = client;
    this.session = session;
  }

  void subscribe(MqttSubscribeMessage message) {
    boolean numbered =
        packets.five()
            && Properties.has(
                message.idAndPropertiesVariableHeader().properties(),
                MqttProperties.SUBSCRIPTION_IDENTIFIER);
    List<CompletableFuture<Integer>> codes = new ArrayList<>();
    for (MqttTopicSubscription asked : message.payload().topicSubscriptions()) {
      codes.add(numbered ? refused(Reasons.SUBSCRIPTION_IDS_NOT_SUPPORTED) : subscribe(asked));
    }
    int packetId = message.variableHeader().messageId();
    CompletableFuture.allOf(codes.toArray(CompletableFuture[]::new))
        .thenRun(() -> onLoop(() -> answer(packetId, codes)));
  }

  private void answer(int packetId, List<CompletableFuture<Integer>> codes) {
    context.writeAndFlush(
        packets.subAck(packetId, codes.stream().map(CompletableFuture::join).toList()));
  }

  private CompletableFuture<Integer> subscribe(MqttTopicSubscription asked) {
    String filter = asked.topicFilter();
    int qos = asked.qualityOfService().value();
    if (filter.startsWith(SHARED)) {
      return refused(Reasons.SHARED_NOT_SUPPORTED);
    }
    if (packets.five() && asked.option().isNoLocal()) {
      // A record does not say which client has published it.
      return refused(Reasons.IMPLEMENTATION_SPECIFIC);
    }
    if (!TopicFilter.isFilter(filter) || !services.subscribers().isServed(filter)) {
      return refused(Reasons.TOPIC_FILTER_INVALID);
    }
    if (!services.rules().maySubscribe(client, filter)) {
      return refused(Reasons.NOT_AUTHORIZED);
    }
    if (session.subscriptionCount() >= MAX_FILTERS) {
      return refused(Reasons.QUOTA_EXCEEDED);
    }
    return services
        .subscribers()
        .subscribe(session, filter, qos)
        .handle(
            (done, failure) -> {
              if (failure == null) {
                return qos;
              }
              services.subscribers().unsubscribe(session, filter);
              return code(Reasons.IMPLEMENTATION_SPECIFIC);
            });
  }

  private CompletableFuture<Integer> refused(int reason) {
    return CompletableFuture.completedFuture(code(reason));
  }

  private int code(int reason) {
    return packets.five() ? reason : Reasons.SUBSCRIPTION_FAILURE;
  }

  void unsubscribe(MqttUnsubscribeMessage message) {
    List<Short> codes = new ArrayList<>();
    for (String filter : message.payload().topics()) {
      boolean was = services.subscribers().unsubscribe(session, filter);
      codes.add((short) (was ? 0 : Reasons.NO_SUBSCRIPTION_EXISTED));
    }
    int packetId = message.variableHeader().messageId();
    context.writeAndFlush(packets.unsubAck(packetId, codes));
  }

  private void onLoop(Runnable task) {
    if (!context.executor().isShuttingDown()) {
      context.executor().execute(task);
    }
  }
}
