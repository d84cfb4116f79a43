package io.confluent.ksql.mqtt.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sessions, by the ids of their clients. May be used by several threads. */
public final class Sessions implements AutoCloseable {
  private final Subscribers subscribers;
  private final QueueBudget budget;
  private final int queueLimit;
  private final int maxSessions;
  private final Map<String, Held> held = new HashMap<>();

  private static final class Held {
    private final Session session;
    private boolean away;
    private long endsAt;
    private long willAt;
    private Optional<Runnable> will = Optional.empty();

    private Held(Session session) {
      this.session = session;
    }

    private void leave(Duration expiry, Duration willDelay, Optional<Runnable> newWill) {
      long now = System.nanoTime();
      away = true;
      endsAt = now + expiry.toNanos();
      willAt = now + willDelay.toNanos();
      will = newWill;
    }
  }

  /** A session that was opened, and whether it was there before. */
  public record Opened(Session session, boolean present) {}

  /**
   * @param queueLimit how many messages a session may hold for its client
   * @param maxSessions how many sessions there may be
   */
  public Sessions(Subscribers subscribers, QueueBudget budget, int queueLimit, int maxSessions) {
    this.subscribers = subscribers;
    this.budget = budget;
    this.queueLimit = queueLimit;
    this.maxSessions = maxSessions;
  }

  /**
   * Opens the session of a client: its former one, or a new one. A connection that has it is
   * displaced.
   *
   * @param clean whether the former one is to be forgotten
   * @return empty if the client's id belongs to another user, or there are too many sessions
   */
  public Optional<Opened> open(String client, Optional<String> user, boolean clean, Link link) {
    Optional<Link> displaced;
    Optional<Runnable> will = Optional.empty();
    Opened opened;
    List<Session> dropped = new ArrayList<>();
    synchronized (this) {
      Held former = held.get(client);
      if (former != null && !former.session.user().equals(user)
          || former == null && held.size() >= maxSessions) {
        return Optional.empty();
      }
      displaced = former == null ? Optional.empty() : former.session.link();
      boolean present = former != null && !clean;
      Held now = former;
      if (!present) {
        if (former != null) {
          dropped.add(former.session);
          // A session that ends takes its will's delay with it.
          will = former.will;
        }
        now = new Held(new Session(client, user, queueLimit, budget));
        held.put(client, now);
      }
      now.away = false;
      now.will = Optional.empty();
      now.session.attach(link);
      opened = new Opened(now.session, present);
    }
    displaced.ifPresent(Link::displace);
    dropped.forEach(this::drop);
    will.ifPresent(Runnable::run);
    return Optional.of(opened);
  }

  /**
   * Ends a connection.
   *
   * @param link the connection; if another one has taken its place the session stays with that
   * @param expiry how long the session is kept
   * @param willDelay how long the will waits for the client to return, while its session is kept
   *     (MQTT 5, 3.1.3.2.2)
   * @param will publishes the will; empty if there is none, or the client took leave
   */
  public void leave(
      Session session, Link link, Duration expiry, Duration willDelay, Optional<Runnable> will) {
    Optional<Runnable> due;
    boolean ends;
    synchronized (this) {
      Optional<Held> mine =
          Optional.ofNullable(held.get(session.client())).filter(one -> one.session == session);
      boolean last = session.detach(link);
      ends = last && expiry.isZero();
      if (ends) {
        mine.ifPresent(one -> held.remove(session.client()));
      }
      boolean waits = !ends && !willDelay.isZero() && mine.isPresent();
      if (last && mine.isPresent()) {
        mine.get().leave(expiry, willDelay, waits ? will : Optional.empty());
      }
      // Whose client has gone on with its session before the delay is over is not published.
      due = waits ? Optional.empty() : will;
    }
    if (ends) {
      drop(session);
    }
    due.ifPresent(Runnable::run);
  }

  private void drop(Session session) {
    // First, so that a connection that was displaced subscribes to nothing more.
    session.discard();
    subscribers.unsubscribeAll(session);
  }

  /** Ends what has expired; to be called about once a second. */
  public void tick() {
    List<Session> dropped = new ArrayList<>();
    List<Runnable> wills = new ArrayList<>();
    synchronized (this) {
      long now = System.nanoTime();
      held.values()
          .removeIf(
              session -> {
                boolean ends = session.away && now - session.endsAt >= 0;
                if (ends) {
                  dropped.add(session.session);
                }
                if (session.away && (ends || now - session.willAt >= 0)) {
                  session.will.ifPresent(wills::add);
                  session.will = Optional.empty();
                }
                return ends;
              });
    }
    dropped.forEach(this::drop);
    wills.forEach(Runnable::run);
  }

  /** Publishes wills that wait: who is away cannot return any more. */
  @Override
  public void close() {
    List<Runnable> wills = new ArrayList<>();
    synchronized (this) {
      for (Held session : held.values()) {
        session.will.ifPresent(wills::add);
        session.will = Optional.empty();
      }
    }
    wills.forEach(Runnable::run);
  }

  /** How many there are. */
  public synchronized int size() {
    return held.size();
  }
}
