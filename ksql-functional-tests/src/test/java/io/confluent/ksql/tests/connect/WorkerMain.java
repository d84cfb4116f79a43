package io.confluent.ksql.tests.connect;

import io.confluent.ksql.embedded.EmbeddedWorker;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A worker in a process of its own: brokers and port are its arguments. */
final class WorkerMain {
  static final String READY = "worker ";

  private WorkerMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedWorker worker =
        EmbeddedWorker.start(arguments[0], Integer.parseInt(arguments[1]), Map.of());
    System.out.println(READY + worker.url());
    new CountDownLatch(1).await();
  }
}
