package io.confluent.ksql.mqtt.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands records to a producer that never waits ({@code max.block.ms=0}), on the thread that brings
 * them. What it cannot take at once, since nothing is known of the topic yet or memory is short,
 * stays here with all that come later for the same topic, and a thread of its own tries again. So
 * records of one topic that one thread brings stay in order, and a topic that is missing holds up
 * no other.
 *
 * <pre>
 * direct --the producer cannot take it--> backlog --it can--> direct
 *                                            |
 *                                            +--not within the patience--> all of it has failed
 * </pre>
 */
final class Handover implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
  private static final long RETRY_NANOS = 5_000_000;

  private final Producer<byte[], byte[]> producer;
  private final long patienceNanos;
  private final long knownPatienceNanos;
  private final Map<String, Backlog> backlogs = new ConcurrentHashMap<>();

  /** Until when topics that the cluster did not know count as missing. */
  private final Map<String, Long> missing = new ConcurrentHashMap<>();

  /** Topics of which the producer has taken a record. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  private final Thread thread = new Thread(this::run, "mqtt-sender");
  private volatile boolean closed;

  /**
   * @param patience how long a record waits if its topic was never seen; then the topic counts as
   *     missing for as long
   * @param knownPatience how long one waits whose topic was there before: a client of Kafka forgets
   *     all topics when it finds no broker any more
   */
  Handover(Producer<byte[], byte[]> producer, Duration patience, Duration knownPatience) {
    this.producer = producer;
    this.patienceNanos = patience.toNanos();
    this.knownPatienceNanos = knownPatience.toNanos();
    thread.setDaemon(true);
    thread.start();
  }

  /** Records of a topic in the order in which they came. */
  private static final class Backlog {
    private final Queue<Sending> records = new ConcurrentLinkedQueue<>();
    private long since = System.nanoTime();
  }

  /** A record on its way. */
  private final class Sending implements Callback {
    private final ProducerRecord<byte[], byte[]> record;
    private final RecordSink.Outcome outcome;

    /** Who is handing it over: what the producer says in this thread it has not taken. */
    private Thread handing;

    private Optional<TimeoutException> objection = Optional.empty();

    Sending(ProducerRecord<byte[], byte[]> record, RecordSink.Outcome outcome) {
      this.record = record;
      this.outcome = outcome;
    }

    /** Hands it over; what keeps the producer from taking it now, if anything does. */
    Optional<TimeoutException> handOver() {
      objection = Optional.empty();
      handing = Thread.currentThread();
      try {
        producer.send(record, this);
      } catch (RuntimeException e) {
        ended(e);
      } finally {
        handing = null;
      }
      if (objection.isEmpty() && !known.contains(record.topic())) {
        known.add(record.topic());
      }
      return objection;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception failure) {
      if (failure instanceof TimeoutException timeout && handing == Thread.currentThread()) {
        objection = Optional.of(timeout);
      } else {
        ended(failure);
      }
    }

    void ended(Exception failure) {
      if (failure != null) {
        LOG.debug("A record for {} was not stored", record.topic(), failure);
      }
      outcome.known(Optional.ofNullable(failure));
    }
  }

  /** Takes a record, and returns at once. */
  void send(ProducerRecord<byte[], byte[]> record, RecordSink.Outcome outcome) {
    String topic = record.topic();
    if (!missing.isEmpty() && isMissing(topic)) {
      outcome.known(Optional.of(new TimeoutException("The topic " + topic + " is not there.")));
      return;
    }
    Sending sending = new Sending(record, outcome);
    if (!backlogs.isEmpty() && join(topic, sending)) {
      return;
    }
    if (sending.handOver().isPresent()) {
      backlogs.compute(topic, (name, backlog) -> with(backlog, sending));
      LockSupport.unpark(thread);
      if (closed) {
        refuseAll();
      }
    }
  }

  private boolean isMissing(String topic) {
    Long until = missing.get(topic);
    if (until == null) {
      return false;
    }
    if (System.nanoTime() - until < 0) {
      return true;
    }
    missing.remove(topic, until);
    return false;
  }

  /** Puts a record behind others of its topic; false if none are waiting. */
  private boolean join(String topic, Sending sending) {
    return backlogs.computeIfPresent(topic, (name, backlog) -> with(backlog, sending)) != null;
  }

  private static Backlog with(Backlog known, Sending sending) {
    Backlog backlog = known == null ? new Backlog() : known;
    backlog.records.add(sending);
    return backlog;
  }

  private void run() {
    while (!closed) {
      if (backlogs.isEmpty()) {
        LockSupport.park(this);
      } else {
        backlogs.forEach(this::retry);
        LockSupport.parkNanos(this, RETRY_NANOS);
      }
    }
  }

  private void retry(String topic, Backlog backlog) {
    for (Sending head = backlog.records.peek(); head != null; head = backlog.records.peek()) {
      Optional<TimeoutException> objection = head.handOver();
      if (objection.isPresent()) {
        if (System.nanoTime() - backlog.since > patience(topic)) {
          giveUp(topic, backlog, objection.get());
        }
        return;
      }
      backlog.records.remove();
      backlog.since = System.nanoTime();
    }
    backlogs.computeIfPresent(topic, (name, known) -> known.records.isEmpty() ? null : known);
  }

  private long patience(String topic) {
    return known.contains(topic) ? knownPatienceNanos : patienceNanos;
  }

  private void giveUp(String topic, Backlog backlog, TimeoutException objection) {
    if (!(objection instanceof BufferExhaustedException)) {
      LOG.warn("Nothing is known of the topic {}: {}", topic, objection.getMessage());
      missing.put(topic, System.nanoTime() + patienceNanos);
    }
    backlogs.remove(topic, backlog);
    refuse(backlog, objection);
  }

  private static void refuse(Backlog backlog, Exception failure) {
    for (Sending next = backlog.records.poll(); next != null; next = backlog.records.poll()) {
      next.ended(failure);
    }
  }

  private void refuseAll() {
    for (String topic : backlogs.keySet()) {
      Backlog backlog = backlogs.remove(topic);
      if (backlog != null) {
        refuse(backlog, new IllegalStateException("The proxy is closed."));
      }
    }
  }

  /** Waits for records that wait, for a while; what then comes is refused. */
  void drain(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (!backlogs.isEmpty() && System.nanoTime() < end) {
        Thread.sleep(5);
      }
      closed = true;
      LockSupport.unpark(thread);
      thread.join(atMost.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Refuses what still waits; to be called when the producer is closed. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    refuseAll();
  }
}
