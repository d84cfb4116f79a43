package io.confluent.ksql.serde.protobuf;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.setting.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the options of a statement mean. */
final class ProtobufOptions {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern FULL_NAME = Pattern.compile(NAME + "(\\." + NAME + ")*");

  private static final List<String> REPRESENTATIONS =
      Arrays.stream(NullableRepresentation.values()).map(Enum::name).toList();

  private ProtobufOptions() {}

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  static Optional<String> fullName(FormatContext context) {
    return Optional.of(context.option(SchemaOptions.SCHEMA_FULL_NAME))
        .filter(name -> !name.isEmpty());
  }

  static Optional<NullableRepresentation> nullable(FormatContext context) {
    return Settings.of(context.options())
        .given(ProtobufFormat.NULLABLE)
        .map(given -> context.option(ProtobufFormat.NULLABLE));
  }

  /** Refuses a representation of null that there is not. */
  static void checkNullable(Map<String, String> options) {
    Settings.of(options)
        .given(ProtobufFormat.NULLABLE)
        .filter(text -> !REPRESENTATIONS.contains(text.toUpperCase(Locale.ROOT)))
        .ifPresent(
            text -> {
              throw Diagnostic.error(
                      ErrorCode.INVALID_PROPERTY,
                      "%s must be %s, not '%s'.",
                      ProtobufFormat.NULLABLE.name(),
                      String.join(" or ", REPRESENTATIONS),
                      text)
                  .toException();
            });
  }

  static void check(Map<String, String> options) {
    Settings given = Settings.of(options);
    String name = given.get(SchemaOptions.SCHEMA_FULL_NAME);
    if (given.given(SchemaOptions.SCHEMA_FULL_NAME).isPresent()
        && !FULL_NAME.matcher(name).matches()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROPERTY, "'%s' is not a full name of a Protobuf message.", name)
          .hint("Use letters, digits and underscores, with points between, as in com.example.Row.")
          .toException();
    }
    SchemaOptions.checkId(options);
  }
}
