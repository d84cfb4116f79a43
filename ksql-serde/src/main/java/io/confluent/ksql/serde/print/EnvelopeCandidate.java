package io.confluent.ksql.serde.print;

import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.envelope.Envelope;
import java.util.Optional;

/** JSON in an envelope of Kafka Connect, of which the payload is shown. */
final class EnvelopeCandidate implements Candidate {
  static final String NAME = "JSON_ENVELOPE";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> text(byte[] bytes) {
    try {
      return PlainCandidate.json(Envelope.payload(bytes), 0);
    } catch (DecodeException e) {
      return Optional.empty();
    }
  }
}
