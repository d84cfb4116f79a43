package io.confluent.ksql.mqtt.session;

import io.confluent.ksql.mqtt.record.Delivery;
import io.confluent.ksql.mqtt.record.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What is known of a client beyond one connection. May be used by several threads: its connection's
 * and the one that reads records for subscribers.
 */
public final class Session {
  private final String client;
  private final Optional<String> user;
  private final int queueLimit;
  private final QueueBudget budget;

  /** Messages of QoS 2 whose verdict is not known yet, by their packet ids. */
  private final Map<Integer, CompletableFuture<Verdict>> underWay = new HashMap<>();

  /** The packet ids of those that are stored and not released: a bit each, as there may be many. */
  private final BitSet stored = new BitSet();

  private int storedCount;
  private final Map<String, Integer> subscriptions = new HashMap<>();
  private final Deque<Outbound> queue = new ArrayDeque<>();
  private final Map<Integer, Outbound> inFlight = new LinkedHashMap<>();
  private Optional<Link> link = Optional.empty();
  private int lastPacketId;
  private boolean discarded;

  Session(String client, Optional<String> user, int queueLimit, QueueBudget budget) {
    this.client = client;
    this.user = user;
    this.queueLimit = queueLimit;
    this.budget = budget;
  }

  /** A message of QoS 2 that came: for the first time, or once more. */
  public record Reception(boolean first, CompletableFuture<Verdict> verdict) {}

  /** The client's id. */
  public String client() {
    return client;
  }

  /** Whom it belongs to, if clients have to say so. */
  Optional<String> user() {
    return user;
  }

  synchronized Optional<Link> link() {
    return link;
  }

  synchronized void attach(Link newLink) {
    link = Optional.of(newLink);
    inFlight.replaceAll(
        (id, message) ->
            message.stage() == Outbound.Stage.FIRST ? message.at(Outbound.Stage.AGAIN) : message);
  }

  /** Forgets the connection, if it is the last one that came. */
  synchronized boolean detach(Link oldLink) {
    if (link.filter(current -> current == oldLink).isEmpty()) {
      return false;
    }
    link = Optional.empty();
    queue.removeIf(
        message -> {
          boolean remove = message.qos() == 0;
          if (remove) {
            budget.give(message.delivery().size());
          }
          return remove;
        });
    return true;
  }

  /** Takes note of a message of QoS 2; from then on until its release it is not taken again. */
  public synchronized Reception receive(int packetId) {
    if (stored.get(packetId)) {
      return new Reception(false, CompletableFuture.completedFuture(Verdict.STORED));
    }
    CompletableFuture<Verdict> known = underWay.get(packetId);
    if (known != null) {
      return new Reception(false, known);
    }
    CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    underWay.put(packetId, verdict);
    return new Reception(true, verdict);
  }

  /**
   * Tells all that wait for it what has become of a message. What is not stored is forgotten:
   * whoever sends it again means it.
   */
  public void settle(int packetId, Reception reception, Verdict verdict) {
    synchronized (this) {
      // Unless its client has released it meanwhile.
      if (underWay.remove(packetId, reception.verdict()) && verdict == Verdict.STORED) {
        stored.set(packetId);
        storedCount++;
      }
    }
    reception.verdict().complete(verdict);
  }

  /** Ends a message of QoS 2; false if none is known by this id. */
  public synchronized boolean release(int packetId) {
    if (stored.get(packetId)) {
      stored.clear(packetId);
      storedCount--;
      return true;
    }
    return underWay.remove(packetId) != null;
  }

  /** Whether a message of QoS 2 with this id has come and is not released. */
  public synchronized boolean isUnreleased(int packetId) {
    return stored.get(packetId) || underWay.containsKey(packetId);
  }

  /** How many messages of QoS 2 have come and are not released. */
  public synchronized int unreleased() {
    return underWay.size() + storedCount;
  }

  /** What a subscription is to a session. */
  enum Noted {
    /** One more. */
    NEW,
    /** One that it has, perhaps with another QoS. */
    AGAIN,
    /** Nothing, since it was discarded. */
    TOO_LATE
  }

  synchronized Noted subscribed(String filter, int qos) {
    if (discarded) {
      return Noted.TOO_LATE;
    }
    return subscriptions.put(filter, qos) == null ? Noted.NEW : Noted.AGAIN;
  }

  synchronized boolean unsubscribed(String filter) {
    return subscriptions.remove(filter) != null;
  }

  /** How many filters it has. */
  public synchronized int subscriptionCount() {
    return subscriptions.size();
  }

  synchronized Collection<String> filters() {
    return List.copyOf(subscriptions.keySet());
  }

  /** Queues a message; false if it is lost, since the client is away or too slow. */
  boolean offer(Delivery delivery, int qos) {
    Optional<Link> woken;
    synchronized (this) {
      boolean lost = discarded || qos == 0 && link.isEmpty() || queue.size() >= queueLimit;
      if (lost || !budget.take(delivery.size())) {
        return false;
      }
      queue.add(new Outbound(delivery, qos, 0, Outbound.Stage.FIRST));
      woken = link;
    }
    woken.ifPresent(Link::wake);
    return true;
  }

  /**
   * The next message to send, if there is one and the client's window has room for it.
   *
   * @param asking the connection that would send it; one that was displaced gets none
   */
  public synchronized Optional<Outbound> next(Link asking, int window) {
    Outbound head = queue.peek();
    boolean displaced = link.filter(current -> current == asking).isEmpty();
    if (displaced || head == null || head.qos() > 0 && inFlight.size() >= window) {
      return Optional.empty();
    }
    queue.remove();
    if (head.qos() == 0) {
      budget.give(head.delivery().size());
      return Optional.of(head);
    }
    Outbound sent = new Outbound(head.delivery(), head.qos(), newPacketId(), head.stage());
    inFlight.put(sent.packetId(), sent);
    return Optional.of(sent);
  }

  private int newPacketId() {
    do {
      lastPacketId = lastPacketId == 0xFFFF ? 1 : lastPacketId + 1;
    } while (inFlight.containsKey(lastPacketId));
    return lastPacketId;
  }

  /** What an earlier connection left unfinished, in order. */
  public synchronized List<Outbound> unfinished() {
    return new ArrayList<>(inFlight.values());
  }

  /** The client has a message for good. */
  public synchronized void finished(int packetId) {
    Outbound message = inFlight.remove(packetId);
    if (message != null) {
      budget.give(message.delivery().size());
    }
  }

  /** The client has a message of QoS 2; false if it is of none. */
  public synchronized boolean reached(int packetId) {
    return inFlight.computeIfPresent(packetId, (id, message) -> message.at(Outbound.Stage.RELEASE))
        != null;
  }

  /** Gives back what it holds; nothing is offered to it any more. */
  synchronized void discard() {
    discarded = true;
    queue.forEach(message -> budget.give(message.delivery().size()));
    inFlight.values().forEach(message -> budget.give(message.delivery().size()));
    queue.clear();
    inFlight.clear();
    underWay.clear();
    stored.clear();
    storedCount = 0;
  }
}
