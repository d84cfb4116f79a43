package io.confluent.ksql.mqtt.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;

/** Keeps who has not said yet who it is from filling memory: more than this is no CONNECT. */
final class FirstBytes extends ChannelInboundHandlerAdapter {
  private static final int MAX = 64 * 1024;

  private int seen;

  static void done(ChannelPipeline pipeline) {
    pipeline.remove(FirstBytes.class);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    if (seen > MAX) {
      ReferenceCountUtil.release(read);
      context.close();
      return;
    }
    if (read instanceof ByteBuf bytes) {
      seen += bytes.readableBytes();
    }
    context.fireChannelRead(read);
  }
}
