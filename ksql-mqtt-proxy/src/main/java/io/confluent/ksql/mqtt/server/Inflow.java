package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.access.Client;
import io.confluent.ksql.mqtt.record.Publication;
import io.confluent.ksql.mqtt.record.Verdict;
import io.confluent.ksql.mqtt.session.Session;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessageType;
import java.util.ArrayDeque;
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

  /**
   * Most devices have one topic, and what is known of it need not be found out for each message.
   */
  private String lastTopic = "";

  private Intake.Admission lastAdmission;

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
      intake.take(admission(publication.topic()), publication, entry);
    }
    heedLimits();
  }

  private Intake.Admission admission(String topic) {
    if (!topic.equals(lastTopic)) {
      lastAdmission = intake.admission(client, topic);
      lastTopic = topic;
    }
    return lastAdmission;
  }

  private void publishOnce(Publication publication, int packetId, Pending entry) {
    Session.Reception reception = session.receive(packetId);
    reception.verdict().thenAccept(entry);
    if (reception.first()) {
      intake.take(
          admission(publication.topic()),
          publication,
          verdict -> session.settle(packetId, reception, verdict));
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
    if (rate.isLimited()) {
      rate.count(System.nanoTime());
      if (!gate.isClosedBy(ReadGate.Cause.RATE)) {
        heedRate();
      }
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
    ByteBuf plain = null;
    for (Pending head = pending.peek();
        head != null && head.verdict != null;
        head = pending.peek()) {
      pending.remove();
      if (head.qos > 0 && head.verdict == Verdict.STORED) {
        plain = plain == null ? context.alloc().buffer() : plain;
        Packets.append(plain, type(head), head.packetId);
      } else if (head.qos > 0) {
        writeUnlessNull(plain);
        plain = null;
        refuse(head);
      }
    }
    writeUnlessNull(plain);
    if (pending.size() <= limits.inFlight()) {
      gate.open(ReadGate.Cause.IN_FLIGHT);
    }
    context.flush();
  }

  /** A thousand answers in one buffer cost the network less than a thousand buffers. */
  private void writeUnlessNull(ByteBuf answers) {
    if (answers != null) {
      context.write(answers);
    }
  }

  private static MqttMessageType type(Pending entry) {
    return entry.qos == 1 ? MqttMessageType.PUBACK : MqttMessageType.PUBREC;
  }

  private void refuse(Pending entry) {
    if (!packets.five()) {
      refused.accept(entry.verdict);
      return;
    }
    int code = Packets.code(entry.verdict);
    context.write(packets.reply(type(entry), entry.packetId, code, Packets.words(entry.verdict)));
  }
}
