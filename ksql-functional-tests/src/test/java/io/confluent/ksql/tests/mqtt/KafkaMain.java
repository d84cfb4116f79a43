package io.confluent.ksql.tests.mqtt;

import io.confluent.ksql.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own: data directory and port are its arguments. */
public final class KafkaMain {
  /** What it says when it is there; its address follows. */
  public static final String READY = "broker ";

  private KafkaMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedBroker broker =
        new EmbeddedBroker(Path.of(arguments[0]), Integer.parseInt(arguments[1])).start();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    System.out.println(READY + broker.bootstrapServers());
    new CountDownLatch(1).await();
  }
}
