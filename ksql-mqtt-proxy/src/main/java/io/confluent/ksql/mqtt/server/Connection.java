package io.confluent.ksql.mqtt.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection until its client is accepted; then packets go to its {@link Conversation}. For the
 * event loop of its channel.
 *
 * <pre>
 * opened --CONNECT--> who is it? --welcome--> conversation
 *    |                    |                        |
 *    +----- timeout, anything wrong ---------------+--> closed
 * </pre>
 */
final class Connection extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final double SILENCE_OF_KEEP_ALIVE = 1.5;

  /** Answers that a client leaves unread, besides one message; then it is closed. */
  private static final int MOST_UNREAD_BYTES = 512 * 1024;

  private final Services services;
  private final PacketAssembly assembly;
  private final ArrayDeque<MqttMessage> early = new ArrayDeque<>();
  private ReadGate gate;
  private Future<?> timeout;
  private Optional<Handshake> asked = Optional.empty();
  private Optional<Conversation> conversation = Optional.empty();
  private boolean closing;

  Connection(Services services, PacketAssembly assembly) {
    this.services = services;
    this.assembly = assembly;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    gate = new ReadGate(context.channel());
    assembly.stopWith(gate);
    timeout =
        context
            .executor()
            .schedule(
                () -> close(context),
                services.limits().connectTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    assembly.completed();
    if (read instanceof RepeatedPublish publish) {
      // Comes only once there is a conversation.
      if (!closing) {
        conversation.get().read(publish);
        endIfUnread(context);
      }
    } else if (!(read instanceof MqttMessage message) || closing) {
      ReferenceCountUtil.release(read);
    } else if (message.decoderResult().isFailure()) {
      ReferenceCountUtil.release(read);
      malformed(context, message.decoderResult());
    } else if (conversation.isPresent()) {
      conversation.get().read(message);
      endIfUnread(context);
    } else if (asked.isPresent()) {
      // Clients need not wait for an answer before they publish.
      early.add(message);
    } else if (message instanceof MqttConnectMessage connect) {
      connect(context, connect);
    } else {
      ReferenceCountUtil.release(read);
      services.statistics().malformed.increment();
      close(context);
    }
  }

  /** Who sends and does not read what is answered must not fill memory. */
  private void endIfUnread(ChannelHandlerContext context) {
    long most = (long) MOST_UNREAD_BYTES + services.limits().packetBytes();
    if (!context.channel().isWritable() && context.channel().bytesBeforeWritable() > most) {
      end(context, Reasons.QUOTA_EXCEEDED);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  private void malformed(ChannelHandlerContext context, DecoderResult result) {
    services.statistics().malformed.increment();
    Throwable cause = result.cause();
    LOG.debug("Malformed packet from {}", context.channel().remoteAddress(), cause);
    if (conversation.isPresent()) {
      boolean tooLong = cause instanceof TooLongFrameException;
      end(context, tooLong ? Reasons.PACKET_TOO_LARGE : Reasons.MALFORMED);
    } else if (asked.isEmpty() && cause instanceof MqttUnacceptableProtocolVersionException) {
      refuse(context, MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
    } else if (asked.isEmpty() && cause instanceof MqttIdentifierRejectedException) {
      refuse(context, MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
    } else {
      close(context);
    }
  }

  private void connect(ChannelHandlerContext context, MqttConnectMessage connect) {
    Handshake handshake;
    try {
      handshake = Handshake.of(connect, certificate(context), services.limits());
    } catch (Handshake.RefusedException e) {
      refuse(context, e.code());
      return;
    }
    asked = Optional.of(handshake);
    gate.close(ReadGate.Cause.CONNECTING);
    services
        .authenticator()
        .check(handshake.proof())
        .whenComplete(
            (answer, failure) -> {
              Authenticator.Answer known = failure == null ? answer : Authenticator.Answer.BUSY;
              if (context.executor().inEventLoop()) {
                answered(context, handshake, known);
              } else {
                context.executor().execute(() -> answered(context, handshake, known));
              }
            });
  }

  private void answered(
      ChannelHandlerContext context, Handshake handshake, Authenticator.Answer answer) {
    if (closing || !context.channel().isActive()) {
      return;
    }
    switch (answer) {
      case WELCOME -> converse(context, handshake);
      case WRONG -> refuse(context, Refusals.badPassword(handshake.five()));
      case BUSY -> refuse(context, Refusals.unavailable(handshake.five()));
    }
  }

  private void converse(ChannelHandlerContext context, Handshake handshake) {
    Conversation begun;
    try {
      begun =
          Conversation.begin(
              context,
              services,
              handshake,
              new ChannelLink(context, this),
              gate,
              (reason, words) -> end(context, reason, words));
    } catch (Handshake.RefusedException e) {
      refuse(context, e.code());
      return;
    }
    timeout.cancel(false);
    FirstBytes.done(context.pipeline());
    long silence = Math.round(handshake.keepAlive().toMillis() * SILENCE_OF_KEEP_ALIVE);
    if (silence > 0) {
      context
          .pipeline()
          .addBefore(
              Channels.DECODER,
              "keep-alive",
              new IdleStateHandler(silence, 0, 0, TimeUnit.MILLISECONDS));
    }
    conversation = Optional.of(begun);
    services.statistics().accepted.increment();
    begun.start();
    for (MqttMessage message = early.poll(); message != null; message = early.poll()) {
      if (closing) {
        ReferenceCountUtil.release(message);
      } else {
        begun.read(message);
      }
    }
    context.flush();
    gate.open(ReadGate.Cause.CONNECTING);
  }

  private void refuse(ChannelHandlerContext context, MqttConnectReturnCode code) {
    services.statistics().refusedConnections.increment();
    LOG.debug("{} is refused: {}", context.channel().remoteAddress(), code);
    closing = true;
    context
        .writeAndFlush(Packets.connAck(code, false, MqttProperties.NO_PROPERTIES))
        .addListener(done -> close(context));
  }

  /** The name in a certificate that the client has proved to own. */
  private static Optional<String> certificate(ChannelHandlerContext context) {
    SslHandler ssl = context.pipeline().get(SslHandler.class);
    if (ssl == null) {
      return Optional.empty();
    }
    try {
      X509Certificate own = (X509Certificate) ssl.engine().getSession().getPeerCertificates()[0];
      return new LdapName(own.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> part.getValue().toString())
              .findFirst();
    } catch (SSLPeerUnverifiedException | InvalidNameException e) {
      return Optional.empty();
    }
  }

  /** Something is to be sent to the client. */
  void pump() {
    conversation.ifPresent(Conversation::pump);
  }

  void end(ChannelHandlerContext context, int reason) {
    end(context, reason, Optional.empty());
  }

  /** Closes the connection of a client that was accepted, and says why if its version can. */
  private void end(ChannelHandlerContext context, int reason, Optional<String> words) {
    if (closing) {
      return;
    }
    closing = true;
    if (conversation.isPresent() && conversation.get().five() && reason != 0) {
      context.writeAndFlush(Packets.disconnect(reason, words)).addListener(done -> close(context));
      // Who does not read must not stay.
      context.executor().schedule(() -> close(context), 1, TimeUnit.SECONDS);
    } else {
      context.flush();
      close(context);
    }
  }

  private void close(ChannelHandlerContext context) {
    closing = true;
    context.close();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ServerStop) {
      end(context, Reasons.SHUTTING_DOWN);
    } else if (event instanceof IdleStateEvent && !gate.isClosed()) {
      // While nothing is read from it, its silence is ours.
      end(context, Reasons.KEEP_ALIVE_TIMEOUT);
    }
  }

  /** Said to every connection when the server ends. */
  enum ServerStop {
    NOW
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    pump();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    closing = true;
    timeout.cancel(false);
    early.forEach(ReferenceCountUtil::release);
    early.clear();
    conversation.ifPresent(Conversation::ended);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // Connections break, and clients send anything: neither is a matter for the log.
    LOG.debug("{} is closed", context.channel().remoteAddress(), cause);
    close(context);
  }
}
