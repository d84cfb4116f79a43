package io.confluent.ksql.serde.print;

import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.serde.avro.AvroFormat;
import io.confluent.ksql.serde.protobuf.ProtobufFormat;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Guesses in which format the keys or the values of a topic are written. Begins with every format
 * and drops those in which some bytes were not; the first of the rest gives the text. For one
 * thread.
 */
public final class RecordGuess {
  private static final String NO_DATA = "¯\\_(ツ)_/¯ - no data processed";
  private static final String NULL = "<null>";

  private final List<Candidate> candidates;
  private boolean seenData;

  private RecordGuess(List<Candidate> candidates) {
    this.candidates = new ArrayList<>(candidates);
  }

  /** A guess about values. */
  public static RecordGuess ofValues(Optional<SchemaRegistry> registry) {
    return new RecordGuess(plain(registry));
  }

  /** A guess about keys, which may have a window. */
  public static RecordGuess ofKeys(Optional<SchemaRegistry> registry) {
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate plain : plain(registry)) {
      if (plain != PlainCandidate.UNRECOGNISED_BYTES && !(plain instanceof EnvelopeCandidate)) {
        candidates.add(new WindowedCandidate(plain, WindowInfo.Type.SESSION));
        candidates.add(new WindowedCandidate(plain, WindowInfo.Type.HOPPING));
        candidates.add(new WindowedCandidate(plain, WindowInfo.Type.TUMBLING));
      }
      candidates.add(plain);
    }
    return new RecordGuess(candidates);
  }

  private static List<Candidate> plain(Optional<SchemaRegistry> registry) {
    List<Candidate> candidates = new ArrayList<>();
    registry.ifPresent(schemas -> candidates.add(new RegistryCandidate(new AvroFormat(), schemas)));
    registry.ifPresent(
        schemas -> candidates.add(new RegistryCandidate(new ProtobufFormat(), schemas)));
    candidates.add(new EnvelopeCandidate());
    candidates.add(PlainCandidate.JSON);
    registry.ifPresent(schemas -> candidates.add(new JsonSchemaCandidate(schemas)));
    candidates.add(PlainCandidate.KAFKA_INT);
    candidates.add(PlainCandidate.KAFKA_BIGINT);
    candidates.add(PlainCandidate.KAFKA_DOUBLE);
    candidates.add(PlainCandidate.KAFKA_STRING);
    candidates.add(PlainCandidate.UNRECOGNISED_BYTES);
    return candidates;
  }

  /** The bytes as text on one line; narrows the guess. */
  public String render(byte[] bytes) {
    if (bytes == null) {
      return NULL;
    }
    seenData = true;
    String text = null;
    for (var each = candidates.iterator(); each.hasNext(); ) {
      Optional<String> read = read(each.next(), bytes);
      if (read.isEmpty()) {
        each.remove();
      } else if (text == null) {
        text = read.get();
      }
    }
    return text;
  }

  /** The formats still possible, the likely one first, for example {@code JSON or KAFKA_STRING}. */
  public String formats() {
    if (!seenData) {
      return NO_DATA;
    }
    List<String> names = candidates.stream().map(Candidate::name).toList();
    return names.size() == 1
        ? names.get(0)
        : names.stream()
            .filter(name -> !name.equals(PlainCandidate.UNRECOGNISED_BYTES.name()))
            .collect(Collectors.joining(" or "));
  }

  /** Whether what is shown stood in envelopes. */
  boolean isInEnvelopes() {
    return seenData && candidates.get(0) instanceof EnvelopeCandidate;
  }

  /** A topic is to be printed even while the registry is away. */
  private static Optional<String> read(Candidate candidate, byte[] bytes) {
    try {
      return candidate.text(bytes);
    } catch (RegistryException e) {
      return Optional.empty();
    }
  }
}
