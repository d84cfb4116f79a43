package io.confluent.ksql.mqtt.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;

/**
 * Counts what has come of a packet that is not complete, and waits for a turn before it holds more
 * than a little. Stands where bytes come in, before the handlers that put packets together. For the
 * event loop.
 */
final class PacketAssembly extends ChannelDuplexHandler {
  /** As much as one read brings at the most. */
  static final int SHORT_BYTES = 16 * 1024;

  private final LongPackets turns;
  private ReadGate gate;
  private ChannelHandlerContext context;
  private long held;
  private boolean asked;
  private boolean waiting;

  /** Read by the thread that looks for those who have stalled. */
  private volatile long lastReadAt;

  private final LongPackets.Holder holder =
      new LongPackets.Holder() {
        @Override
        public void grant() {
          onLoop(PacketAssembly.this::proceed);
        }

        @Override
        public void evict() {
          onLoop(() -> context.close());
        }

        @Override
        public long lastReadAt() {
          return lastReadAt;
        }
      };

  PacketAssembly(LongPackets turns) {
    this.turns = turns;
  }

  /** To be told before anything comes. */
  void stopWith(ReadGate newGate) {
    gate = newGate;
  }

  private void onLoop(Runnable task) {
    if (!context.executor().isShuttingDown()) {
      context.executor().execute(task);
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext newContext) {
    context = newContext;
  }

  @Override
  public void channelRead(ChannelHandlerContext ignored, Object read) {
    if (read instanceof ByteBuf bytes) {
      held += bytes.readableBytes();
    }
    context.fireChannelRead(read);
    if (held <= SHORT_BYTES) {
      return;
    }
    lastReadAt = System.nanoTime();
    if (!asked && context.channel().isActive()) {
      asked = true;
      if (!turns.ask(holder)) {
        waiting = true;
        gate.close(ReadGate.Cause.LONG_PACKETS);
      }
    }
  }

  /** Decoders ask for the rest of a packet whether the channel reads by itself or not. */
  @Override
  public void read(ChannelHandlerContext ignored) {
    if (!waiting) {
      context.read();
    }
  }

  private void proceed() {
    waiting = false;
    gate.open(ReadGate.Cause.LONG_PACKETS);
  }

  /** A packet is complete. */
  void completed() {
    held = 0;
    end();
  }

  private void end() {
    if (asked) {
      asked = false;
      turns.end(holder);
      // It may have been waiting, and what had been read already was enough.
      proceed();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ignored) {
    end();
    context.fireChannelInactive();
  }
}
