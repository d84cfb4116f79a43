package io.confluent.ksql.tests.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Devices in a process of their own. Each publishes at QoS 1, keeps a number of messages
 * unacknowledged, sends again after it has lost its connection, and writes down what was
 * acknowledged. Everything runs on one event loop.
 *
 * <pre>arguments: port first-device devices window pause-millis messages-each file</pre>
 */
final class DevicesMain {
  static final String CONNECTED = "connected ";
  static final String DONE = "done ";

  /** Said after so many more messages were acknowledged. */
  static final String PROGRESS = "progress ";

  static final int PROGRESS_MESSAGES = 200;
  static final String TOPIC = "devices/temperature";
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
  private final BufferedWriter acknowledged;
  private final int devices;
  private int welcomed;
  private int finished;
  private int reconnects;
  private long acknowledgements;
  private boolean announced;

  private DevicesMain(int port, int devices, int window, long pauseMillis, int messages, Path file)
      throws IOException {
    this.port = port;
    this.devices = devices;
    this.window = window;
    this.pauseMillis = pauseMillis;
    this.messages = messages;
    this.acknowledged = Files.newBufferedWriter(file);
  }

  public static void main(String[] arguments) throws Exception {
    int[] numbers = new int[6];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(arguments[i]);
    }
    DevicesMain main =
        new DevicesMain(
            numbers[0], numbers[2], numbers[3], numbers[4], numbers[5], Path.of(arguments[6]));
    int first = numbers[1];
    for (int i = 0; i < numbers[2]; i++) {
      Device device = main.new Device("device-" + (first + i));
      main.loop.schedule(device::connect, i / CONNECTS_AT_ONCE * 100L, TimeUnit.MILLISECONDS);
    }
    main.group.terminationFuture().await();
  }

  private final class Device extends SimpleChannelInboundHandler<MqttMessage> {
    private final String id;
    private final Map<Integer, String> unacknowledged = new LinkedHashMap<>();
    private Channel channel;
    private int packetId;
    private int sent;
    private boolean open;
    private boolean began;

    Device(String id) {
      this.id = id;
    }

    @Override
    public boolean isSharable() {
      return true;
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
                  socket.pipeline().addLast(new MqttDecoder(), MqttEncoder.INSTANCE, device);
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

    @Override
    public void channelActive(ChannelHandlerContext context) {
      channel = context.channel();
      channel.writeAndFlush(
          MqttMessageBuilders.connect()
              .protocolVersion(MqttVersion.MQTT_3_1_1)
              .clientId(id)
              .cleanSession(true)
              .keepAlive(600)
              .build());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      open = false;
      if (!isFinished()) {
        again();
      }
    }

    private boolean isFinished() {
      return sent == messages && unacknowledged.isEmpty();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
      MqttMessageType type = message.fixedHeader().messageType();
      if (type == MqttMessageType.PUBACK) {
        acknowledged(((MqttPubAckMessage) message).variableHeader().messageId());
      } else if (message instanceof MqttConnAckMessage answer) {
        if (answer.variableHeader().connectReturnCode()
            == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
          welcome();
        } else {
          context.close();
        }
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      context.flush();
    }

    private void welcome() {
      open = true;
      unacknowledged.forEach(this::publish);
      channel.flush();
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
      if (open) {
        channel.flush();
      }
    }

    private void fill() {
      while (open && sent < messages && unacknowledged.size() < window) {
        next();
      }
    }

    private void next() {
      do {
        packetId = packetId == 0xFFFF ? 1 : packetId + 1;
      } while (unacknowledged.containsKey(packetId));
      String payload = id + ":" + sent++;
      unacknowledged.put(packetId, payload);
      if (open) {
        publish(packetId, payload);
      }
    }

    private void publish(int id, String payload) {
      channel.write(
          MqttMessageBuilders.publish()
              .topicName(TOPIC)
              .qos(MqttQoS.AT_LEAST_ONCE)
              .messageId(id)
              .payload(Unpooled.copiedBuffer(payload, UTF_8))
              .build());
    }

    private void acknowledged(int id) {
      String payload = unacknowledged.remove(id);
      if (payload == null) {
        return;
      }
      write(payload);
      if (pauseMillis == 0) {
        fill();
      }
      if (isFinished()) {
        finished++;
        end();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  private void write(String payload) {
    acknowledgements++;
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
    System.out.println(DONE + acknowledgements + " acknowledged, " + reconnects + " reconnects");
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
