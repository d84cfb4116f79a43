package io.confluent.ksql.serde.print;

import java.util.Optional;

/** A format that records may be written in. */
interface Candidate {
  /** Its name for people. */
  String name();

  /** The bytes as text; empty if they are not written in this format. */
  Optional<String> text(byte[] bytes);
}
