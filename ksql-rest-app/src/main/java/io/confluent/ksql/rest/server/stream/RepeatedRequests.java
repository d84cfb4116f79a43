package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Answers a request with a key that was used before as it was answered then. What failed is not
 * remembered. Used by many threads; the memory is that of this server, and ends with it.
 */
public final class RepeatedRequests {
  private final Map<String, Answered> answers = new LinkedHashMap<>();
  private final Duration remembered;
  private final long most;
  private final Clock clock;

  /**
   * A memory.
   *
   * @param remembered how long an answer is known
   * @param most how many answers are; then the oldest is forgotten
   */
  public RepeatedRequests(Duration remembered, long most, Clock clock) {
    this.remembered = remembered;
    this.most = most;
    this.clock = clock;
  }

  private record Answered(byte[] digest, Instant since, CompletableFuture<Object> answer) {}

  /**
   * The answer to a request; who repeats one that is still worked on waits for it.
   *
   * @param digest of the request, since a key stands for one request
   * @param action answers a request that is none of those remembered
   * @throws HttpError 422 if the key was another request's; or what the action throws
   */
  Object answer(String key, byte[] digest, Supplier<Object> action) {
    CompletableFuture<Object> own = new CompletableFuture<>();
    Answered known = claim(key, new Answered(digest, clock.instant(), own));
    if (known.answer() != own) {
      return repeated(known, digest);
    }
    try {
      Object answer = action.get();
      own.complete(answer);
      return answer;
    } catch (RuntimeException e) {
      forget(key);
      own.completeExceptionally(e);
      throw e;
    }
  }

  private static Object repeated(Answered known, byte[] digest) {
    if (!Arrays.equals(known.digest(), digest)) {
      throw HttpError.of(
          WireErrorCode.KEY_REUSED,
          "The key of this request was that of another one with other rows.",
          "Give each request a key of its own; the same key only to send the same rows again.");
    }
    try {
      return known.answer().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private synchronized Answered claim(String key, Answered mine) {
    Instant oldest = mine.since().minus(remembered);
    Iterator<Answered> byAge = answers.values().iterator();
    while (byAge.hasNext() && byAge.next().since().isBefore(oldest)) {
      byAge.remove();
    }
    Answered known = answers.get(key);
    if (known != null) {
      return known;
    }
    if (answers.size() >= most) {
      answers.remove(answers.keySet().iterator().next());
    }
    answers.put(key, mine);
    return mine;
  }

  private synchronized void forget(String key) {
    answers.remove(key);
  }
}
