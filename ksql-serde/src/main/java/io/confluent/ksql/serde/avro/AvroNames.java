package io.confluent.ksql.serde.avro;

import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.SchemaOptions;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names in Avro schemas. */
final class AvroNames {
  private static final String NAMESPACE = "io.confluent.ksql.avro_schemas";
  private static final String VALUE_RECORD = "KsqlDataSourceSchema";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern FULL_NAME = Pattern.compile(NAME + "(\\." + NAME + ")*");

  private AvroNames() {}

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  static boolean isFullName(String text) {
    return FULL_NAME.matcher(text).matches();
  }

  /** Full name of the record of a row. */
  static String ofRow(FormatContext context) {
    String given = context.option(SchemaOptions.SCHEMA_FULL_NAME);
    return given.isEmpty() ? NAMESPACE + "." + VALUE_RECORD : given;
  }

  /** Full name of the record of the keys of a stream or table. */
  static String ofKey(String source) {
    return NAMESPACE + "." + upperCamel(source) + "Key";
  }

  /** MY_TABLE becomes MyTable. */
  private static String upperCamel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT));
        camel.append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return isName(camel.toString()) ? camel.toString() : "_" + camel;
  }
}
