package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.engine.log.RecordPlace;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.envelope.Envelope;
import io.confluent.ksql.value.StructValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** What a scan does with a record before any other step sees it. */
final class ScanOperations {
  private ScanOperations() {}

  /** Counts records, and leaves those out that could not be decoded. */
  static Operation.Factory dropUndecodable(ScanStep step) {
    return task -> {
      StepErrors errors = task.errors(step.id());
      QueryCounters counters = task.context().counters();
      return row -> {
        counters.countIn();
        return isDecoded(row.key(), errors) && isDecoded(row.rawValue(), errors);
      };
    };
  }

  private static boolean isDecoded(Object half, StepErrors errors) {
    if (half instanceof Undecodable bad) {
      errors.half(
          ProcessingError.Type.DESERIALIZATION,
          bad.side().name().toLowerCase(Locale.ROOT),
          bad.cause(),
          Optional.of(bad.bytes()));
      return false;
    }
    return true;
  }

  /** Says once where keys of text are envelopes that the format of the keys does not unwrap. */
  static Operation.Factory remarkOnEnvelopes(ScanStep step) {
    return task -> {
      StepErrors errors = task.errors(step.id());
      boolean[] said = new boolean[1];
      return row -> {
        if (!said[0] && isEnvelope(row.keyRow())) {
          said[0] = true;
          errors.remark(
              "The key is an envelope of Kafka Connect, read as text."
                  + " KEY_FORMAT='JSON_ENVELOPE' reads its payload");
        }
        return true;
      };
    };
  }

  private static boolean isEnvelope(Row key) {
    return key != null && key.value(0) instanceof String text && Envelope.isLikely(text);
  }

  /** Whether keys are one text. */
  static boolean hasTextKey(ScanStep step) {
    List<Column> key = step.columns().key();
    return key.size() == 1 && key.get(0).type().baseType() == SqlBaseType.STRING;
  }

  /** Leaves changes of a table out that belong to no key. */
  static Operation.Factory dropNullKeys(ScanStep step) {
    return task -> {
      StepErrors errors = task.errors(step.id());
      return row -> {
        if (row.keyRow() == null) {
          errors.unusable("The key is NULL; a row of a table needs one.");
          return false;
        }
        return true;
      };
    };
  }

  /** Appends what belongs to the record as it was read. */
  static Operation.Factory appendExtras(ScanStep step) {
    List<ScanExtra> extras = step.extras();
    int first = step.columns().value().size();
    return task ->
        row -> {
          if (row.value() != null) {
            Object[] more = new Object[extras.size()];
            for (int i = 0; i < more.length; i++) {
              SqlType type = step.schema().value().get(first + i).type();
              more[i] = extra(extras.get(i), type, row, task);
            }
            row.setValue(row.value().plus(Row.of(more)));
          }
          return true;
        };
  }

  private static Object extra(ScanExtra extra, SqlType type, Cursor row, TaskScope task) {
    return switch (extra.kind()) {
      case HEADERS -> allHeaders(row.headers(), (SqlStruct) ((SqlArray) type).getItemType());
      case HEADER -> bytes(row.headers().lastHeader(extra.header()));
      case PARTITION -> task.place().map(RecordPlace::partition).orElse(null);
      case OFFSET -> task.place().map(RecordPlace::offset).orElse(null);
      case TIME -> row.timestamp();
    };
  }

  private static List<StructValue> allHeaders(Headers headers, SqlStruct type) {
    List<StructValue> all = new ArrayList<>();
    for (Header header : headers) {
      all.add(new StructValue(type, header.key(), bytes(header)));
    }
    return all;
  }

  private static ByteBuffer bytes(Header header) {
    return header == null || header.value() == null ? null : ByteBuffer.wrap(header.value());
  }
}
