package io.confluent.ksql.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Anything on the ports: its connection is closed, and nothing else happens. {@code
 * ksql.fuzz.count} makes it more, {@code ksql.fuzz.seed} other bytes; a failure prints the input.
 */
class FuzzTest {
  private static final int COUNT = Integer.getInteger("ksql.fuzz.count", 8_000);
  private static final long SEED = Long.getLong("ksql.fuzz.seed", 20260101L);
  private static final int THREADS = 8;
  private static final int TCP = 0;
  private static final int WEB_SOCKET = 1;

  /** Long enough for a machine that does other things; the server is what is waited for. */
  private static final int PATIENCE_MILLIS = 20_000;

  private static final long MORE_HEAP = 32L << 20;
  private static final long MORE_BUFFERS = 64L << 20;

  @Test
  void closesConnectionsAndNothingElse() throws Exception {
    ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    try (CapturedLog log = new CapturedLog();
        TestProxy proxy =
            TestProxy.start(
                Map.of(
                    "topic.regex.list",
                    "t:" + FuzzInputs.TOPIC_OF_OTHERS,
                    "ksql.mqtt.listeners",
                    "127.0.0.1:0,ws://127.0.0.1:0"))) {
      Witness witness = new Witness(proxy.port());
      witness.start();
      int threadsBefore = Thread.activeCount();
      fuzz(proxy, 0, COUNT / 10);
      Memory before = Memory.now();
      fuzz(proxy, COUNT / 10, COUNT);
      Memory after = Memory.now();
      witness.end();

      await().until(() -> proxy.proxy.counts().connections() == 0);
      assertThat(proxy.values()).hasSize(witness.answered).containsOnly("w");
      assertThat(Thread.activeCount()).isLessThan(threadsBefore + 10);
      assertThat(after.heap).isLessThan(before.heap + MORE_HEAP);
      assertThat(after.buffers).isLessThan(before.buffers + MORE_BUFFERS);
      assertThat(log.lines()).isEmpty();
      System.out.printf(
          "%,d inputs: %s; %s, then %s; beside them %,d messages were acknowledged, the slowest"
              + " after %d ms%n",
          COUNT, proxy.proxy.counts(), before, after, witness.answered, witness.slowestMillis);
    } finally {
      ResourceLeakDetector.setLevel(level);
    }
  }

  /** Bytes in use, when nothing is under way. */
  private record Memory(long heap, long buffers) {
    static Memory now() {
      // Leaks of buffers are found by the collector, too.
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return new Memory(
          runtime.totalMemory() - runtime.freeMemory(),
          PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory());
    }

    @Override
    public String toString() {
      return "%,d kB of heap and %,d kB of buffers".formatted(heap >> 10, buffers >> 10);
    }
  }

  private static void fuzz(TestProxy proxy, int from, int to) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      FuzzInputs inputs = new FuzzInputs(SEED + from + i);
      int first = from + i;
      work.add(
          threads.submit(
              () -> {
                for (int k = first; k < to; k += THREADS) {
                  if (k / THREADS % 4 == 0) {
                    send(proxy, WEB_SOCKET, inputs.nextFramed());
                  } else {
                    send(proxy, TCP, inputs.next());
                  }
                }
                return null;
              }));
    }
    for (Future<?> one : work) {
      one.get();
    }
    threads.shutdown();
  }

  private static void send(TestProxy proxy, int listener, byte[] input) throws IOException {
    if (!isClosed(proxy.proxy.listeners().get(listener).port(), input)) {
      throw new AssertionError("Not closed: " + ByteBufUtil.hexDump(input));
    }
  }

  /** Sends it, says that nothing more comes, and reads until the end. */
  private static boolean isClosed(int port, byte[] input) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      // No port of this machine stays behind.
      socket.setSoLinger(true, 0);
      try {
        socket.getOutputStream().write(input);
        socket.shutdownOutput();
        while (socket.getInputStream().read() >= 0) {}
      } catch (SocketTimeoutException e) {
        return false;
      } catch (IOException e) {
        // Closed in the middle of it.
      }
      return true;
    }
  }

  /** A client that behaves, and is served all the time. */
  private static final class Witness extends Thread {
    private final int port;
    private volatile boolean ended;
    private volatile Exception failure;
    private volatile int answered;
    private volatile long slowestMillis;

    Witness(int port) {
      super("witness");
      this.port = port;
    }

    @Override
    public void run() {
      try (RawClient client = new RawClient(port).hello(MqttVersion.MQTT_5)) {
        while (!ended) {
          long start = System.nanoTime();
          client.publish(FuzzInputs.TOPIC_OF_OTHERS, "w", 1, 1);
          String answer = client.answer();
          if (!answer.equals("PUBACK 1")) {
            throw new IllegalStateException(answer);
          }
          slowestMillis = Math.max(slowestMillis, (System.nanoTime() - start) / 1_000_000);
          answered = answered + 1;
          Thread.sleep(10);
        }
        client.disconnect();
      } catch (IOException | InterruptedException | RuntimeException e) {
        failure = e;
      }
    }

    void end() throws InterruptedException {
      ended = true;
      join(PATIENCE_MILLIS);
      assertThat(isAlive()).isFalse();
      assertThat(failure).isNull();
      assertThat(answered).isPositive();
    }
  }
}
