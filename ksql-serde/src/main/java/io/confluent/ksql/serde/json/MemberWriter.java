package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import java.io.IOException;
import java.util.function.IntFunction;

/** Writes the fields of a row or a struct as an object, in their order, nulls too. */
final class MemberWriter {
  private final SerializableString[] names;
  private final JsonWriter[] writers;

  MemberWriter(SqlStruct struct) {
    names =
        struct.fields().stream()
            .map(field -> new SerializedString(field.name()))
            .toArray(SerializableString[]::new);
    writers =
        struct.fields().stream()
            .map(field -> JsonWriter.of(field.type()))
            .toArray(JsonWriter[]::new);
  }

  void write(IntFunction<Object> values, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < names.length; i++) {
      json.writeFieldName(names[i]);
      JsonWriter.orNull(writers[i], values.apply(i), json);
    }
    json.writeEndObject();
  }
}
