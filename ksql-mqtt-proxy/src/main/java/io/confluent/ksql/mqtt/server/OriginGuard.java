package io.confluent.ksql.mqtt.server;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.Set;

/** Refuses WebSockets of web pages that are not known: any page in a browser could open one. */
final class OriginGuard extends ChannelInboundHandlerAdapter {
  private final Set<String> allowed;

  OriginGuard(Set<String> allowed) {
    this.allowed = allowed;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    if (read instanceof HttpRequest request) {
      String origin = request.headers().get(HttpHeaderNames.ORIGIN);
      if (origin != null && !allowed.contains(origin) && !allowed.contains("*")) {
        ReferenceCountUtil.release(read);
        context
            .writeAndFlush(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.FORBIDDEN))
            .addListener(ChannelFutureListener.CLOSE);
        return;
      }
    }
    context.fireChannelRead(read);
  }
}
