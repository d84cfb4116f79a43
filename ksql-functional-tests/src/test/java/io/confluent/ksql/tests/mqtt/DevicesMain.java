package io.confluent.ksql.tests.mqtt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Devices in a process of their own. Each publishes at QoS 1, keeps a number of messages
 * unacknowledged, sends again after it has lost its connection, and writes down what was
 * acknowledged; an acknowledgement out of turn ends the process. Everything runs on one event loop,
 * and packets are written and read byte by byte: it is the proxy that is measured, not a library
 * for clients.
 *
 * <pre>arguments: port first-device devices window pause-millis messages-each unmeasured bytes
 * file</pre>
 */
final class DevicesMain {
  static final String CONNECTED = "connected ";
  static final String DONE = "done ";

  /** Said when what is not measured was acknowledged. */
  static final String MEASURING = "measuring ";

  /** Said after so many more messages were acknowledged. */
  static final String PROGRESS = "progress ";

  static final int PROGRESS_MESSAGES = 200;
  static final String TOPIC = "devices/temperature";
  private static final byte[] TOPIC_BYTES = TOPIC.getBytes(UTF_8);
  private static final int CONNECT = 0x10;
  private static final int CONNACK = 0x20;
  private static final int PUBLISH_AT_QOS_1 = 0x32;
  private static final int PUBACK = 0x40;
  private static final int CLEAN_SESSION = 0x02;
  private static final int KEEP_ALIVE_SECONDS = 600;
  private static final int FLUSH_BYTES = 8 * 1024;
  private static final int CONNECTS_AT_ONCE = 200;
  private static final int WORST_RECONNECT_MILLIS = 2_000;

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final Random random = new Random(1);
  private final int port;
  private final int window;
  private final long pauseMillis;
  private final int messages;
  private final int unmeasured;
  private final int payloadBytes;
  private final BufferedWriter acknowledged;
  private final int devices;
  private int welcomed;
  private int finished;
  private int reconnects;
  private long acknowledgements;
  private boolean announced;
  private Duration processorTime = Duration.ZERO;

  private DevicesMain(int[] numbers, Path file) throws IOException {
    this.port = numbers[0];
    this.devices = numbers[2];
    this.window = numbers[3];
    this.pauseMillis = numbers[4];
    this.messages = numbers[5];
    this.unmeasured = numbers[6];
    this.payloadBytes = numbers[7];
    this.acknowledged = Files.newBufferedWriter(file);
  }

  public static void main(String[] arguments) throws Exception {
    int[] numbers = new int[8];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(arguments[i]);
    }
    DevicesMain main = new DevicesMain(numbers, Path.of(arguments[8]));
    int first = numbers[1];
    for (int i = 0; i < numbers[2]; i++) {
      Device device = main.new Device("device-" + (first + i));
      main.loop.schedule(device::connect, i / CONNECTS_AT_ONCE * 100L, TimeUnit.MILLISECONDS);
    }
    main.group.terminationFuture().await();
  }

  private final class Device {
    private final String id;

    /** In the order in which they were sent, which is that of their acknowledgements (4.6). */
    private final Deque<String> unacknowledged = new ArrayDeque<>();

    private Channel channel;

    /** Packets that go out together; null if there are none. */
    private ByteBuf unsent;

    private int lastPacketId;
    private int lastAcknowledgedId;
    private int sent;
    private boolean open;
    private boolean began;

    Device(String id) {
      this.id = id;
    }

    void connect() {
      Device device = this;
      new Bootstrap()
          .group(loop)
          .channel(NioSocketChannel.class)
          .option(ChannelOption.TCP_NODELAY, true)
          .handler(
              new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel socket) {
                  socket.pipeline().addLast(new Wire(device));
                }
              })
          .connect("127.0.0.1", port)
          .addListener(
              done -> {
                if (!done.isSuccess()) {
                  again();
                }
              });
    }

    private void again() {
      reconnects++;
      loop.schedule(this::connect, random.nextInt(WORST_RECONNECT_MILLIS), TimeUnit.MILLISECONDS);
    }

    void connected(Channel newChannel) {
      channel = newChannel;
      byte[] name = id.getBytes(UTF_8);
      ByteBuf packet = channel.alloc().buffer();
      packet.writeByte(CONNECT).writeByte(12 + name.length);
      packet.writeShort(4).writeBytes("MQTT".getBytes(UTF_8)).writeByte(4);
      packet.writeByte(CLEAN_SESSION).writeShort(KEEP_ALIVE_SECONDS);
      packet.writeShort(name.length).writeBytes(name);
      channel.writeAndFlush(packet);
    }

    void disconnected() {
      open = false;
      if (unsent != null) {
        unsent.release();
        unsent = null;
      }
      if (!isFinished()) {
        again();
      }
    }

    private boolean isFinished() {
      return sent == messages && unacknowledged.isEmpty();
    }

    void welcome() {
      open = true;
      lastPacketId = 0;
      lastAcknowledgedId = 0;
      unacknowledged.forEach(this::publish);
      flush();
      if (!began) {
        began = true;
        welcomed++;
        announce();
        loop.schedule(
            this::begin,
            pauseMillis == 0 ? 0 : random.nextInt((int) pauseMillis),
            TimeUnit.MILLISECONDS);
      }
    }

    private void begin() {
      if (pauseMillis == 0) {
        fill();
      } else if (sent < messages) {
        next();
        loop.schedule(this::begin, pauseMillis, TimeUnit.MILLISECONDS);
      }
      flush();
    }

    private void fill() {
      while (open && sent < messages && unacknowledged.size() < window) {
        next();
      }
    }

    private void next() {
      String payload = id + ":" + sent++;
      unacknowledged.add(payload);
      if (open) {
        publish(payload);
      }
    }

    private static int after(int packetId) {
      return packetId == 0xFFFF ? 1 : packetId + 1;
    }

    private void publish(String payload) {
      lastPacketId = after(lastPacketId);
      int bytes = Math.max(payload.length(), payloadBytes);
      int length = Short.BYTES + TOPIC_BYTES.length + Short.BYTES + bytes;
      if (unsent == null) {
        unsent = channel.alloc().buffer(FLUSH_BYTES + length);
      }
      unsent.writeByte(PUBLISH_AT_QOS_1);
      if (length > 0x7F) {
        unsent.writeByte(length & 0x7F | 0x80).writeByte(length >> 7);
      } else {
        unsent.writeByte(length);
      }
      unsent.writeShort(TOPIC_BYTES.length).writeBytes(TOPIC_BYTES).writeShort(lastPacketId);
      unsent.writeCharSequence(payload, ISO_8859_1);
      unsent.writeZero(bytes - payload.length());
      if (unsent.readableBytes() >= FLUSH_BYTES) {
        flush();
      }
    }

    void flush() {
      if (unsent != null) {
        channel.writeAndFlush(unsent);
        unsent = null;
      }
    }

    void acknowledged(int packetId) {
      lastAcknowledgedId = after(lastAcknowledgedId);
      if (packetId != lastAcknowledgedId) {
        System.err.printf("%d is acknowledged, and not %d%n", packetId, lastAcknowledgedId);
        System.exit(1);
      }
      write(unacknowledged.remove());
      if (pauseMillis == 0) {
        fill();
      }
      if (isFinished()) {
        finished++;
        end();
      }
    }
  }

  /** The packets of one connection. */
  private static final class Wire extends ByteToMessageDecoder {
    private final Device device;

    Wire(Device device) {
      this.device = device;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      device.connected(context.channel());
    }

    /** Both packets that come have two bytes after their length. */
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
      while (in.readableBytes() >= Integer.BYTES) {
        int type = in.readByte();
        in.skipBytes(1);
        int rest = in.readUnsignedShort();
        if (type == PUBACK) {
          device.acknowledged(rest);
        } else if (type == CONNACK && rest == 0) {
          device.welcome();
        } else {
          context.close();
          return;
        }
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      device.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      device.disconnected();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  private void write(String payload) {
    acknowledgements++;
    if (acknowledgements == unmeasured) {
      processorTime = Subprocess.ownProcessorTime();
      System.out.println(MEASURING + unmeasured);
    }
    if (acknowledgements % PROGRESS_MESSAGES == 0) {
      System.out.println(PROGRESS + acknowledgements);
    }
    try {
      acknowledged.write(payload);
      acknowledged.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void announce() {
    if (welcomed == devices && !announced) {
      announced = true;
      System.out.println(CONNECTED + devices);
    }
  }

  private void end() {
    if (finished < devices) {
      return;
    }
    try {
      acknowledged.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Duration used = Subprocess.ownProcessorTime().minus(processorTime);
    System.out.println(
        DONE
            + used.toMillis()
            + " ms of processor time, "
            + acknowledgements
            + " acknowledged, "
            + reconnects
            + " reconnects");
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
