package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.access.Passwords;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Finds out who clients are, apart from the threads of the network. */
public final class Authenticator implements AutoCloseable {
  private static final int QUEUE = 20_000;

  private final Optional<Passwords> passwords;
  private final ThreadPoolExecutor threads;

  /** What was found out. */
  enum Answer {
    /** It is who it says, or need not say. */
    WELCOME,
    /** It is not. */
    WRONG,
    /** There is no time to find out. */
    BUSY
  }

  /** What a client proves itself with. */
  record Proof(Optional<String> name, byte[] password, Optional<String> certificate) {}

  /** An authenticator; without passwords everybody is welcome. */
  public Authenticator(Optional<Passwords> passwords) {
    this.passwords = passwords;
    this.threads =
        new ThreadPoolExecutor(
            1,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            task -> {
              Thread thread = new Thread(task, "mqtt-passwords");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Whether a certificate or a password makes a client welcome. */
  CompletableFuture<Answer> check(Proof proof) {
    if (passwords.isEmpty() || proof.certificate().isPresent()) {
      return CompletableFuture.completedFuture(Answer.WELCOME);
    }
    if (proof.name().isEmpty()) {
      return CompletableFuture.completedFuture(Answer.WRONG);
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    try {
      threads.execute(
          () -> {
            boolean right = passwords.get().verify(proof.name().get(), proof.password());
            answer.complete(right ? Answer.WELCOME : Answer.WRONG);
          });
    } catch (RejectedExecutionException e) {
      answer.complete(Answer.BUSY);
    }
    return answer;
  }

  /** Who a client is, once it is welcome; nobody if its name was not verified. */
  Optional<String> user(Proof proof) {
    if (proof.certificate().isPresent()) {
      return proof.certificate();
    }
    return passwords.isPresent() ? proof.name() : Optional.empty();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
