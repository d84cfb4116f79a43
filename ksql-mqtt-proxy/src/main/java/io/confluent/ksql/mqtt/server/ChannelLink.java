package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.session.Link;
import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells a connection, on its event loop, what others want of it. */
final class ChannelLink implements Link {
  private final ChannelHandlerContext context;
  private final Connection connection;
  private final AtomicBoolean woken = new AtomicBoolean();

  ChannelLink(ChannelHandlerContext context, Connection connection) {
    this.context = context;
    this.connection = connection;
  }

  @Override
  public void wake() {
    if (woken.compareAndSet(false, true)) {
      run(
          () -> {
            woken.set(false);
            connection.pump();
          });
    }
  }

  @Override
  public void displace() {
    run(() -> connection.end(context, Reasons.SESSION_TAKEN_OVER));
  }

  private void run(Runnable task) {
    if (!context.executor().isShuttingDown()) {
      context.executor().execute(task);
    }
  }
}
