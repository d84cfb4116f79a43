package io.confluent.ksql.serde.envelope;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.ColumnRules;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.NoColumns;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.json.JsonFormat;
import io.confluent.ksql.setting.Setting;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * JSON in an envelope with its schema. The payload is read as JSON is, whatever the schema says;
 * rows are written with the schema of their columns.
 */
public final class JsonEnvelopeFormat implements Format {
  private static final byte[] END = {'}'};

  private final JsonFormat payloads = new JsonFormat();

  @Override
  public String name() {
    return "JSON_ENVELOPE";
  }

  @Override
  public List<Setting<?>> options() {
    return List.of();
  }

  @Override
  public FormatAbilities abilities() {
    return payloads.abilities();
  }

  @Override
  public void check(List<Column> columns, Schema.Side side) {
    ColumnRules.refuse(name(), side, columns, ColumnRules::onlyStringKeys);
  }

  @Override
  public RowDecoder decoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.DECODER;
    }
    check(columns, context.side());
    RowDecoder ofPayload = payloads.decoder(columns, context);
    return bytes -> bytes == null ? null : ofPayload.decode(Envelope.payload(bytes));
  }

  @Override
  public RowEncoder encoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.ENCODER;
    }
    check(columns, context.side());
    RowEncoder ofPayload = payloads.encoder(columns, context);
    byte[] beginning = beginning(columns, context);
    return values -> {
      byte[] payload = ofPayload.encode(values);
      return payload == null ? null : joined(beginning, payload, END);
    };
  }

  private static byte[] beginning(List<Column> columns, FormatContext context) {
    String schema =
        context.isBare(columns.size())
            ? ConnectSchemaText.ofValue(columns.get(0).type())
            : ConnectSchemaText.ofRow(columns);
    String text = "{\"%s\":%s,\"%s\":".formatted(Envelope.SCHEMA, schema, Envelope.PAYLOAD);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
