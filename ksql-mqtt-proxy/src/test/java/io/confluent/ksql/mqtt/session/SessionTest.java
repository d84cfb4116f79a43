package io.confluent.ksql.mqtt.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.mqtt.kafka.RecordFeed;
import io.confluent.ksql.mqtt.record.Delivery;
import io.confluent.ksql.mqtt.record.DeliveryTopics;
import io.confluent.ksql.mqtt.record.TopicRoutes;
import io.confluent.ksql.mqtt.record.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** What threads that come at the same time must not do to a session. */
class SessionTest {
  private static final Delivery DELIVERY =
      new Delivery("t", new byte[] {1}, List.of(), Instant.MAX);

  private final Watches watches = new Watches();
  private final Subscribers subscribers = subscribers();
  private final Sessions sessions = new Sessions(subscribers, new QueueBudget(1_000_000), 10, 10);

  private Subscribers subscribers() {
    Subscribers all =
        new Subscribers(DeliveryTopics.of(TopicRoutes.of("t:.*"), List.of()), new LongAdder());
    all.readFrom(watches);
    return all;
  }

  private static final class Watches implements RecordFeed {
    private final Map<String, Integer> counts = new HashMap<>();

    @Override
    public CompletableFuture<Void> watch(String kafkaTopic) {
      counts.merge(kafkaTopic, 1, Integer::sum);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void unwatch(String kafkaTopic) {
      counts.merge(kafkaTopic, -1, Integer::sum);
    }

    @Override
    public void close() {}
  }

  private static final class Quiet implements Link {
    @Override
    public void wake() {}

    @Override
    public void displace() {}
  }

  private Session open(boolean clean, Link link) {
    return sessions.open("c", Optional.empty(), clean, link).orElseThrow().session();
  }

  @Test
  void aConnectionThatWasDisplacedTakesNoMessages() {
    Link first = new Quiet();
    Link second = new Quiet();
    Session session = open(false, first);
    session.offer(DELIVERY, 1);
    session.offer(DELIVERY, 1);
    assertThat(session.next(first, 10)).isPresent();

    assertThat(open(false, second)).isSameAs(session);

    assertThat(session.next(first, 10)).isEmpty();
    assertThat(session.unfinished()).hasSize(1);
    assertThat(session.next(second, 10)).isPresent();
  }

  @Test
  void aConnectionThatWasDisplacedSubscribesToNothing() {
    Session former = open(true, new Quiet());
    subscribers.subscribe(former, "a", 1);
    open(true, new Quiet());
    assertThat(watches.counts).containsEntry("t", 0);

    assertThat(subscribers.subscribe(former, "a", 1)).isCompletedExceptionally();

    assertThat(subscribers.unsubscribe(former, "a")).isFalse();
    assertThat(watches.counts).containsEntry("t", 0);
  }

  @Test
  void aMessageThatIsReleasedBeforeItIsStoredMayComeAgain() {
    Session session = open(true, new Quiet());
    Session.Reception first = session.receive(7);
    assertThat(session.release(7)).isTrue();
    session.settle(7, first, Verdict.STORED);

    assertThat(first.verdict()).isCompletedWithValue(Verdict.STORED);
    assertThat(session.receive(7).first()).isTrue();
    assertThat(session.unreleased()).isEqualTo(1);
  }

  @Test
  void whatEndsGivesItsMemoryBack() {
    QueueBudget budget = new QueueBudget(DELIVERY.size());
    Sessions small = new Sessions(subscribers, budget, 10, 10);
    Link link = new Quiet();
    Session session = small.open("c", Optional.empty(), false, link).orElseThrow().session();
    assertThat(session.offer(DELIVERY, 1)).isTrue();
    assertThat(session.offer(DELIVERY, 1)).isFalse();

    small.leave(session, link, Duration.ZERO, Duration.ZERO, Optional.empty());

    assertThat(small.size()).isZero();
    assertThat(budget.take(DELIVERY.size())).isTrue();
  }

  @Test
  void noMoreSessionsThanThereMayBe() {
    for (int i = 0; i < 10; i++) {
      assertThat(sessions.open("c" + i, Optional.empty(), true, new Quiet())).isPresent();
    }
    assertThat(sessions.open("one too many", Optional.empty(), true, new Quiet())).isEmpty();
    assertThat(sessions.open("c1", Optional.empty(), true, new Quiet())).isPresent();
    assertThat(sessions.open("c1", Optional.of("another"), true, new Quiet())).isEmpty();
  }
}
