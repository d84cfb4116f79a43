package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.access.Client;
import io.confluent.ksql.mqtt.record.Publication;
import io.confluent.ksql.mqtt.record.Verdict;
import io.confluent.ksql.mqtt.session.Session;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessageType;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Messages of one connection on their way to Kafka. Answers go out in the order in which messages
 * came, as the protocol wants it, though Kafka may store them in another. For the event loop,
 * except where verdicts come in.
 */
final class Inflow {
  private final ChannelHandlerContext context;
  private final Packets packets;
  private final Intake intake;
  private final Client client;
  private final Session session;
  private final Limits limits;
  private final ReadGate gate;
  private final RateLimit rate;
  private final Consumer<Verdict> refused;
  private final ArrayDeque<Pending> pending = new ArrayDeque<>();
  private final AtomicBoolean answering = new AtomicBoolean();

  private static final class Pending implements Consumer<Verdict> {
    private final int qos;
    private final int packetId;
    private final Inflow inflow;
    private volatile Verdict verdict;

    private Pending(int qos, int packetId, Inflow inflow) {
      this.qos = qos;
      this.packetId = packetId;
      this.inflow = inflow;
    }

    @Override
    public void accept(Verdict known) {
      verdict = known;
      inflow.answerSoon();
    }
  }

  /**
   * @param refused told of a verdict that the client's version of the protocol has no answer for
   */
  Inflow(
      ChannelHandlerContext context,
      Packets packets,
      Services services,
      Client client,
      Session session,
      ReadGate gate,
      Consumer<Verdict> refused) {
    this.context = context;
    this.packets = packets;
    this.intake = services.intake();
    this.client = client;
    this.session = session;
    this.limits = services.limits();
    this.gate = gate;
    this.rate = new RateLimit(limits.publishesPerSecond(), System.nanoTime());
    this.refused = refused;
  }

  void publish(Publication publication, int packetId) {
    Pending entry = new Pending(publication.qos(), packetId, this);
    pending.add(entry);
    if (publication.qos() == 2) {
      publishOnce(publication, packetId, entry);
    } else {
      intake.take(client, publication, entry);
    }
    heedLimits();
  }

  private void publishOnce(Publication publication, int packetId, Pending entry) {
    Session.Reception reception = session.receive(packetId);
    reception.verdict().thenAccept(entry);
    if (reception.first()) {
      intake.take(
          client,
          publication,
          verdict -> {
            if (verdict != Verdict.STORED) {
              // Whoever sends it again means it.
              session.release(packetId);
            }
            reception.verdict().complete(verdict);
          });
    }
  }

  private void heedLimits() {
    if (pending.size() > limits.inFlight()) {
      gate.close(ReadGate.Cause.IN_FLIGHT);
    }
    if (intake.sink().isFull() && !gate.isClosedBy(ReadGate.Cause.SINK_FULL)) {
      gate.close(ReadGate.Cause.SINK_FULL);
      intake.sink().whenRoom(() -> onLoop(() -> gate.open(ReadGate.Cause.SINK_FULL)));
    }
    rate.count(System.nanoTime());
    if (!gate.isClosedBy(ReadGate.Cause.RATE)) {
      heedRate();
    }
  }

  /** Messages that were read already count on while it waits. */
  private void heedRate() {
    long pause = rate.pause(System.nanoTime());
    if (pause > 0) {
      gate.close(ReadGate.Cause.RATE);
      context.executor().schedule(this::heedRate, pause, TimeUnit.NANOSECONDS);
    } else {
      gate.open(ReadGate.Cause.RATE);
    }
  }

  private void answerSoon() {
    if (answering.compareAndSet(false, true)) {
      onLoop(this::answer);
    }
  }

  /** Always later, never at once: verdicts may come while a message is being taken. */
  private void onLoop(Runnable task) {
    if (!context.executor().isShuttingDown()) {
      context.executor().execute(task);
    }
  }

  private void answer() {
    answering.set(false);
    for (Pending head = pending.peek();
        head != null && head.verdict != null;
        head = pending.peek()) {
      pending.remove();
      if (head.qos > 0) {
        answer(head);
      }
    }
    if (pending.size() <= limits.inFlight()) {
      gate.open(ReadGate.Cause.IN_FLIGHT);
    }
    context.flush();
  }

  private void answer(Pending entry) {
    if (entry.verdict != Verdict.STORED && !packets.five()) {
      refused.accept(entry.verdict);
      return;
    }
    MqttMessageType type = entry.qos == 1 ? MqttMessageType.PUBACK : MqttMessageType.PUBREC;
    int code = Packets.code(entry.verdict);
    Optional<String> words = Packets.words(entry.verdict);
    context.write(packets.reply(type, entry.packetId, code, words));
  }
}
