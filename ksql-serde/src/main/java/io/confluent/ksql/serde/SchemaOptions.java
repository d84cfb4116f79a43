package io.confluent.ksql.serde;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.util.Map;
import java.util.OptionalInt;

/** The options that formats with a schema registry share, and how they find the registry. */
public final class SchemaOptions {
  private static final long NO_ID = 0;

  /** The registered schema to write with and to take columns from. */
  public static final Setting<Long> SCHEMA_ID =
      Setting.number("SCHEMA_ID")
          .defaultsTo(NO_ID)
          .doc("The id of the registered schema to write with and to take columns from.");

  /** Full name of the record of a row. */
  public static final Setting<String> SCHEMA_FULL_NAME =
      Setting.text("SCHEMA_FULL_NAME")
          .formerly("AVRO_SCHEMA_FULL_NAME")
          .doc("The name, with its namespace, of the record that is a row.");

  private SchemaOptions() {}

  /** The id of the schema that a statement gives, if it gives one. */
  public static OptionalInt id(FormatContext context) {
    long id = context.option(SCHEMA_ID);
    return id == NO_ID ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(id));
  }

  /**
   * Refuses an id that is none.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code INVALID_PROPERTY}
   */
  public static void checkId(Map<String, String> options) {
    Settings given = Settings.of(options);
    long id = given.get(SCHEMA_ID);
    if (given.given(SCHEMA_ID).isPresent() && (id < 1 || id > Integer.MAX_VALUE)) {
      throw Diagnostic.error(ErrorCode.INVALID_PROPERTY, "%d is not the id of a schema.", id)
          .toException();
    }
  }

  /**
   * The registry that a format needs.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code SCHEMA_REGISTRY_MISSING} if
   *     none is configured
   */
  public static SchemaRegistry registry(FormatContext context, String format) {
    return context
        .registry()
        .orElseThrow(
            () ->
                Diagnostic.error(
                        ErrorCode.SCHEMA_REGISTRY_MISSING,
                        "The topic %s has the format %s, which needs a schema registry.",
                        context.topic(),
                        format)
                    .hint("Set ksql.schema.registry.url.")
                    .toException());
  }
}
