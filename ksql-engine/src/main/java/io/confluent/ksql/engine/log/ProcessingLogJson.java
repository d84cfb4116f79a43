package io.confluent.ksql.engine.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

/** Entries of the processing log as JSON, in the form that its stream declares. */
final class ProcessingLogJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> MEMBERS =
      List.of(
          "deserializationError",
          "recordProcessingError",
          "productionError",
          "serializationError",
          "kafkaStreamsThreadError");

  private ProcessingLogJson() {}

  /** The entry as UTF-8 JSON; times are in ms since the epoch. */
  static byte[] write(ProcessingError error, long timeMs, KafkaProcessingLog.Payloads payloads) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("level", error.type().level());
      out.writeStringField("logger", logger(error));
      out.writeNumberField("time", timeMs);
      out.writeObjectFieldStart("message");
      out.writeNumberField("type", error.type().number());
      for (int i = 0; i < MEMBERS.size(); i++) {
        out.writeFieldName(MEMBERS.get(i));
        if (i == error.type().number()) {
          writeDetails(out, error, payloads);
        } else {
          out.writeNull();
        }
      }
      out.writeEndObject();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static String logger(ProcessingError error) {
    String logger = "processing." + error.queryId() + "." + error.step().replace('-', '.');
    return switch (error.type()) {
      case DESERIALIZATION -> logger + ".deserializer";
      case SERIALIZATION -> logger + ".serializer";
      case RECORD_PROCESSING, RECORD_WARNING, PRODUCTION, STREAMS_THREAD -> logger;
    };
  }

  private static void writeDetails(
      JsonGenerator out, ProcessingError error, KafkaProcessingLog.Payloads payloads)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("errorMessage", error.message());
    switch (error.type()) {
      case DESERIALIZATION -> {
        out.writeStringField("target", error.column().orElse("value"));
        out.writeStringField("recordB64", payload(error, payloads));
        writeCauses(out, error);
        out.writeStringField("topic", error.place().map(RecordPlace::topic).orElse(null));
      }
      case RECORD_PROCESSING, RECORD_WARNING -> {
        out.writeNullField("record");
        writeCauses(out, error);
        writeSource(out, error);
      }
      case SERIALIZATION -> {
        out.writeStringField("target", error.column().orElse("value"));
        out.writeNullField("record");
        writeCauses(out, error);
        out.writeStringField("topic", error.place().map(RecordPlace::topic).orElse(null));
      }
      case STREAMS_THREAD -> {
        out.writeStringField("threadName", error.step());
        writeCauses(out, error);
      }
      case PRODUCTION -> {
        // The message is all there is.
      }
    }
    out.writeEndObject();
  }

  private static String payload(ProcessingError error, KafkaProcessingLog.Payloads payloads) {
    return switch (payloads) {
      case LEFT_OUT -> null;
      case INCLUDED -> error.raw().map(Base64.getEncoder()::encodeToString).orElse(null);
    };
  }

  private static void writeCauses(JsonGenerator out, ProcessingError error) throws IOException {
    out.writeArrayFieldStart("cause");
    for (String cause : error.causes()) {
      out.writeString(cause);
    }
    out.writeEndArray();
  }

  private static void writeSource(JsonGenerator out, ProcessingError error) throws IOException {
    if (error.place().isEmpty()) {
      return;
    }
    RecordPlace place = error.place().get();
    out.writeStringField("source", place.topic());
    out.writeNumberField("partition", place.partition());
    out.writeNumberField("offset", place.offset());
  }
}
