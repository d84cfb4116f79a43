package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schema that an inserted row is written with. It is never one that replaces what other writers
 * of the topic registered.
 */
final class InsertSchema {
  private InsertSchema() {}

  /**
   * The context to write in: with the schema that the topic has, if it has one.
   *
   * @param place where an error is
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code INVALID_INSERT} if keys would
   *     be written with another schema, since equal keys would then have different bytes
   */
  static FormatContext choose(
      Format format, List<Column> columns, FormatContext context, Span place) {
    Optional<SchemaTranslator> translator = format.schemaTranslator();
    if (translator.isEmpty()
        || context.registry().isEmpty()
        || columns.isEmpty()
        || SchemaOptions.id(context).isPresent()) {
      return context;
    }
    Optional<RegisteredSchema> latest = context.registry().get().latest(context.subject());
    RegistrySchema own = translator.get().toSchema(columns, context);
    if (latest.isEmpty() || context.registry().get().lookup(context.subject(), own).isPresent()) {
      return context;
    }
    if (context.side() == Schema.Side.KEY
        && !meansTheSame(latest.get().schema(), own, translator.get(), context)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT,
              place,
              "The keys of the topic %s have another schema, with the id %d, than the columns.",
              context.topic(),
              latest.get().id())
          .hint("Write the row with a producer that knows the schema.")
          .toException();
    }
    Map<String, String> options = new HashMap<>(context.options());
    options.remove(SchemaOptions.SCHEMA_FULL_NAME.name());
    options.put(SchemaOptions.SCHEMA_ID.name(), Integer.toString(latest.get().id()));
    return context.withOptions(options);
  }

  /** Records may have other names, and be required or not: the columns are what counts. */
  private static boolean meansTheSame(
      RegistrySchema one,
      RegistrySchema other,
      SchemaTranslator translator,
      FormatContext context) {
    FormatContext any = context.withOptions(Map.of());
    return one.type() == other.type()
        && translator
            .toColumns(one, any)
            .columns()
            .equals(translator.toColumns(other, any).columns());
  }
}
