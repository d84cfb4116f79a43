package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Listens for clients. */
public final class MqttFront implements AutoCloseable {
  private static final int BACKLOG = 4_096;
  private static final long STOP_SECONDS = 5;

  /** Small, so that thousands who send at once while Kafka is slow do not fill memory. */
  private static final AdaptiveRecvByteBufAllocator READS =
      new AdaptiveRecvByteBufAllocator(256, 2_048, 16 * 1024);

  /** Beyond the upper mark nothing is queued for a client that does not read. */
  private static final WriteBufferWaterMark WRITES = new WriteBufferWaterMark(32_768, 131_072);

  private final MultiThreadIoEventLoopGroup acceptors = group("mqtt-accept", 1);
  private final MultiThreadIoEventLoopGroup loops;
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final List<Channel> servers = new ArrayList<>();
  private final List<Listener> listening = new ArrayList<>();
  private final Services services;
  private final Optional<SslContext> ssl;
  private final Set<String> origins;

  /**
   * A front that does not listen yet.
   *
   * @param ssl certificate and key, for encrypted listeners
   * @param origins of web pages that may open WebSockets
   */
  public MqttFront(Services services, Optional<SslContext> ssl, Set<String> origins) {
    this.services = services;
    this.ssl = ssl;
    this.origins = Set.copyOf(origins);
    this.loops = group("mqtt-io", Math.max(2, Runtime.getRuntime().availableProcessors()));
  }

  private static MultiThreadIoEventLoopGroup group(String name, int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
  }

  /**
   * Listens.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if an address is not free
   */
  public void listen(List<Listener> listeners) {
    for (Listener listener : listeners) {
      ChannelFuture bound =
          new ServerBootstrap()
              .group(acceptors, loops)
              .channel(NioServerSocketChannel.class)
              .option(ChannelOption.SO_BACKLOG, BACKLOG)
              .option(ChannelOption.SO_REUSEADDR, true)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childOption(ChannelOption.SO_KEEPALIVE, true)
              .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
              .childOption(ChannelOption.RECVBUF_ALLOCATOR, READS)
              .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WRITES)
              .childHandler(new Channels(listener.transport(), ssl, origins, services, connections))
              .bind(listener.host(), listener.port())
              .awaitUninterruptibly();
      if (!bound.isSuccess()) {
        throw Diagnostic.error(
                ErrorCode.INVALID_SETTING,
                "MQTT clients cannot be listened to on %s: %s",
                listener,
                bound.cause().getMessage())
            .toException(bound.cause());
      }
      servers.add(bound.channel());
      int port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
      listening.add(listener.onPort(port));
    }
  }

  /** Where it listens, with the ports that were found free. */
  public List<Listener> listeners() {
    return List.copyOf(listening);
  }

  /** Has a task run about once a second. */
  public void eachSecond(Runnable task) {
    acceptors.scheduleAtFixedRate(task, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    servers.forEach(server -> server.close().awaitUninterruptibly(STOP_SECONDS * 1_000));
    connections.forEach(
        connection -> connection.pipeline().fireUserEventTriggered(Connection.ServerStop.NOW));
    connections.newCloseFuture().awaitUninterruptibly(STOP_SECONDS * 1_000);
    connections.close().awaitUninterruptibly(STOP_SECONDS * 1_000);
    acceptors.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS);
    loops.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
