package io.confluent.ksql.mqtt.server;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslContext;
import java.util.Optional;
import java.util.Set;

/** Makes the pipeline of a new connection. */
final class Channels extends ChannelInitializer<SocketChannel> {
  static final String DECODER = "mqtt-decoder";

  private static final int MAX_HTTP_BYTES = 8 * 1024;
  private static final int MAX_CLIENT_ID = 65_535;
  private static final String SUBPROTOCOLS = "mqtt, mqttv3.1, mqttv3.1.1";

  private final Listener.Transport transport;
  private final Optional<SslContext> ssl;
  private final Set<String> origins;
  private final Services services;
  private final ChannelGroup all;

  Channels(
      Listener.Transport transport,
      Optional<SslContext> ssl,
      Set<String> origins,
      Services services,
      ChannelGroup all) {
    this.transport = transport;
    this.ssl = ssl;
    this.origins = origins;
    this.services = services;
    this.all = all;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    int open = services.statistics().connections.incrementAndGet();
    channel
        .closeFuture()
        .addListener(closed -> services.statistics().connections.decrementAndGet());
    if (open > services.limits().connections()) {
      channel.close();
      return;
    }
    all.add(channel);
    ChannelPipeline pipeline = channel.pipeline();
    if (transport.isEncrypted()) {
      pipeline.addLast(ssl.orElseThrow().newHandler(channel.alloc()));
    }
    PacketAssembly assembly = new PacketAssembly(services.longPackets());
    pipeline.addLast(assembly);
    if (transport.isFramed()) {
      addWebSocket(pipeline);
    }
    pipeline.addLast(new FirstBytes());
    pipeline.addLast(new PublishShortcut(services.limits().packetBytes()));
    pipeline.addLast(DECODER, new MqttDecoder(services.limits().packetBytes(), MAX_CLIENT_ID));
    pipeline.addLast(MqttEncoder.INSTANCE);
    pipeline.addLast(new Connection(services, assembly));
  }

  private void addWebSocket(ChannelPipeline pipeline) {
    pipeline.addLast(new HttpServerCodec());
    pipeline.addLast(new OriginGuard(origins));
    pipeline.addLast(new HttpObjectAggregator(MAX_HTTP_BYTES));
    pipeline.addLast(
        new WebSocketServerProtocolHandler(
            WebSocketServerProtocolConfig.newBuilder()
                .websocketPath("/")
                .checkStartsWith(true)
                .subprotocols(SUBPROTOCOLS)
                .maxFramePayloadLength(services.limits().packetBytes())
                .withUTF8Validator(false)
                .build()));
    pipeline.addLast(new WebSocketBytes());
  }
}
