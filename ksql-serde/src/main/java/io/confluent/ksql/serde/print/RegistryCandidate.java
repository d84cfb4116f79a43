package io.confluent.ksql.serde.print;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.InferredSchema;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.json.JsonFormat;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A format behind a schema id: read into the columns that its schema means, shown as JSON. */
final class RegistryCandidate implements Candidate {
  private record Codec(RowDecoder decoder, RowEncoder encoder) {}

  private final Format format;
  private final SchemaTranslator translator;
  private final SchemaRegistry registry;
  private final Map<Integer, Codec> codecs = new HashMap<>();

  RegistryCandidate(Format format, SchemaRegistry registry) {
    this.format = format;
    translator = format.schemaTranslator().orElseThrow();
    this.registry = registry;
  }

  @Override
  public String name() {
    return format.name();
  }

  @Override
  public Optional<String> text(byte[] bytes) {
    if (!WireFormat.isPrefixed(bytes)) {
      return Optional.empty();
    }
    int id = WireFormat.schemaId(bytes);
    Optional<RegistrySchema> schema =
        registry.byId(id).filter(each -> each.type() == translator.type());
    if (schema.isEmpty()) {
      return Optional.empty();
    }
    try {
      Codec codec = codecs.computeIfAbsent(id, each -> codec(each, schema.get()));
      Object[] values = codec.decoder().decode(bytes);
      return Optional.of(
          values == null
              ? "null"
              : new String(codec.encoder().encode(values), StandardCharsets.UTF_8));
    } catch (DiagnosticException | DecodeException | EncodeException e) {
      return Optional.empty();
    }
  }

  private Codec codec(int id, RegistrySchema schema) {
    // The option makes the translator keep the case of names.
    FormatContext context =
        FormatContext.of("", Side.VALUE)
            .withRegistry(registry)
            .withOptions(Map.of(SchemaOptions.SCHEMA_ID.name(), Integer.toString(id)));
    InferredSchema inferred = translator.toColumns(schema, context);
    FormatContext rows = inferred.record() ? context : context.bare();
    return new Codec(
        format.decoder(inferred.columns(), rows),
        new JsonFormat().encoder(inferred.columns(), rows));
  }
}
