package io.confluent.ksql.mqtt.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps long packets that have come in part from filling memory: only so many connections may hold
 * one; others wait for their turn, and nothing more is read from them. May be used by several
 * threads.
 *
 * <pre>
 * short so far --more--> granted --complete--> short
 *        |                  |
 *        +--more--> waiting-+ when another is complete, or is closed since it stalls or takes too long
 * </pre>
 */
public final class LongPackets {
  /** Nothing comes for so long from somebody who has stopped. */
  private static final Duration STALL = Duration.ofSeconds(1);

  private final int most;
  private final Duration patience;
  private final Map<Holder, Long> granted = new LinkedHashMap<>();
  private final Deque<Holder> waiting = new ArrayDeque<>();

  /** A connection. Its methods return at once, on any thread. */
  interface Holder {
    /** It may go on. */
    void grant();

    /** It has had its time, and others wait. */
    void evict();

    /** When something came on it last, by {@link System#nanoTime}. */
    long lastReadAt();
  }

  /**
   * @param most how many connections may hold a long packet
   * @param patience how long each of them may when others wait
   */
  public LongPackets(int most, Duration patience) {
    this.most = most;
    this.patience = patience;
  }

  /** Asks for a turn; true if it may go on at once, else it is granted later. */
  synchronized boolean ask(Holder holder) {
    if (granted.size() < most) {
      granted.put(holder, System.nanoTime());
      return true;
    }
    waiting.add(holder);
    return false;
  }

  /** Gives a turn back, or does not wait for one any more. */
  void end(Holder holder) {
    Optional<Holder> next = Optional.empty();
    synchronized (this) {
      if (granted.remove(holder) == null) {
        waiting.remove(holder);
      } else if (!waiting.isEmpty()) {
        next = Optional.of(waiting.remove());
        granted.put(next.get(), System.nanoTime());
      }
    }
    next.ifPresent(Holder::grant);
  }

  /** Evicts who takes too long while others wait; to be called about once a second. */
  public void tick() {
    long now = System.nanoTime();
    Deque<Holder> late = new ArrayDeque<>();
    synchronized (this) {
      for (Map.Entry<Holder, Long> entry : granted.entrySet()) {
        boolean wanted = late.size() < waiting.size();
        if (wanted && isLate(entry.getKey(), entry.getValue(), now)) {
          late.add(entry.getKey());
        }
      }
    }
    late.forEach(Holder::evict);
  }

  private boolean isLate(Holder holder, long grantedAt, long now) {
    boolean stalls =
        now - grantedAt > STALL.toNanos() && now - holder.lastReadAt() > STALL.toNanos();
    return stalls || now - grantedAt > patience.toNanos();
  }
}
