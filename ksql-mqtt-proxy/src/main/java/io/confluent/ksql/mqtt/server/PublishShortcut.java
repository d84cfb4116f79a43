package io.confluent.ksql.mqtt.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads what a device sends most: one plain PUBLISH after the other on the same topic. Everything
 * else, and whatever is not quite in order, goes on to the decoder untouched, so that one place
 * says what is wrong with a packet. For this it follows where packets begin (MQTT 3.1.1 and 5,
 * 2.1). For the event loop.
 */
final class PublishShortcut extends ChannelInboundHandlerAdapter {
  // First bytes of packets without RETAIN.
  private static final int PUBLISH_AT_QOS_0 = 0x30;
  private static final int PUBLISH_AT_QOS_1 = 0x32;
  private static final int PUBLISH_AT_QOS_1_AGAIN = 0x3A;

  private static final int MOST_LENGTH_BYTES = 4;
  private static final int BITS_OF_A_LENGTH_BYTE = 7;
  private static final int LENGTH_BITS = 0x7F;

  private final int maxPacketBytes;
  private String topic = "";

  /** The topic as packets have it, with its length before it; empty as long as there is none. */
  private ByteBuf topicBytes = Unpooled.EMPTY_BUFFER;

  private boolean five;

  /** What comes next of a packet that goes to the decoder. */
  private Next next = Next.PACKET;

  private int lengthBytes;

  /** How many bytes are still to come of it, as far as is known. */
  private int rest;

  private enum Next {
    PACKET,
    LENGTH,
    BODY,
    /** After a length that is none nobody knows. */
    ANYTHING
  }

  /**
   * @param maxPacketBytes longer ones are left to the decoder
   */
  PublishShortcut(int maxPacketBytes) {
    this.maxPacketBytes = maxPacketBytes;
  }

  /**
   * From now on messages on this topic come as {@link RepeatedPublish}.
   *
   * @param isFive whether the client's packets have properties
   */
  void expect(String newTopic, boolean isFive) {
    if (newTopic.equals(topic)) {
      return;
    }
    byte[] name = newTopic.getBytes(StandardCharsets.UTF_8);
    topic = newTopic;
    topicBytes = Unpooled.buffer(Short.BYTES + name.length).writeShort(name.length);
    topicBytes.writeBytes(name);
    five = isFive;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    if (!(read instanceof ByteBuf in)) {
      context.fireChannelRead(read);
      return;
    }
    try {
      while (in.isReadable()) {
        Optional<RepeatedPublish> publish = next == Next.PACKET ? take(in) : Optional.empty();
        if (publish.isPresent()) {
          context.fireChannelRead(publish.get());
        } else {
          int begin = in.readerIndex();
          skip(in);
          context.fireChannelRead(in.retainedSlice(begin, in.readerIndex() - begin));
        }
      }
    } finally {
      in.release();
    }
  }

  /** The message that begins here, if it is one of ours and complete; else nothing is read. */
  private Optional<RepeatedPublish> take(ByteBuf in) {
    int type = in.getByte(in.readerIndex());
    int qos = type == PUBLISH_AT_QOS_0 ? 0 : 1;
    boolean plain = qos == 0 || type == PUBLISH_AT_QOS_1 || type == PUBLISH_AT_QOS_1_AGAIN;
    if (!plain || !topicBytes.isReadable()) {
      return Optional.empty();
    }
    int at = in.readerIndex() + 1;
    int length = 0;
    int bytes = 0;
    int last;
    do {
      if (at == in.writerIndex() || bytes == MOST_LENGTH_BYTES) {
        return Optional.empty();
      }
      last = in.getByte(at++);
      length |= (last & LENGTH_BITS) << BITS_OF_A_LENGTH_BYTE * bytes++;
    } while (last < 0);
    int afterTopic = at + topicBytes.readableBytes();
    int payload = afterTopic + qos * Short.BYTES + (five ? 1 : 0);
    int end = at + length;
    if (end > in.writerIndex()
        || end < payload
        || length > maxPacketBytes
        || !ByteBufUtil.equals(in, at, topicBytes, 0, topicBytes.readableBytes())) {
      return Optional.empty();
    }
    int packetId = qos == 0 ? 0 : in.getUnsignedShort(afterTopic);
    boolean hasProperties = five && in.getByte(payload - 1) != 0;
    if (hasProperties || qos > 0 && packetId == 0) {
      return Optional.empty();
    }
    byte[] copy = ByteBufUtil.getBytes(in, payload, end - payload);
    in.readerIndex(end);
    return Optional.of(new RepeatedPublish(topic, qos, packetId, copy));
  }

  /** Reads to the end of the packet, or of what has come of it. */
  private void skip(ByteBuf in) {
    if (next == Next.PACKET) {
      in.skipBytes(1);
      next = Next.LENGTH;
      lengthBytes = 0;
      rest = 0;
    }
    while (next == Next.LENGTH && in.isReadable()) {
      skipLengthByte(in.readByte());
    }
    if (next == Next.BODY) {
      int come = Math.min(rest, in.readableBytes());
      in.skipBytes(come);
      rest -= come;
      next = rest == 0 ? Next.PACKET : Next.BODY;
    } else if (next == Next.ANYTHING) {
      in.skipBytes(in.readableBytes());
    }
  }

  private void skipLengthByte(int value) {
    rest |= (value & LENGTH_BITS) << BITS_OF_A_LENGTH_BYTE * lengthBytes;
    lengthBytes++;
    if (value >= 0) {
      next = Next.BODY;
    } else if (lengthBytes == MOST_LENGTH_BYTES) {
      next = Next.ANYTHING;
    }
  }
}
