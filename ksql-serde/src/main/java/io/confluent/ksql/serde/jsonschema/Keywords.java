package io.confluent.ksql.serde.jsonschema;

/** Words of JSON Schema, and those that Kafka Connect adds to say what JSON alone does not. */
final class Keywords {
  static final String TYPE = "type";
  static final String TITLE = "title";
  static final String REF = "$ref";
  static final String PROPERTIES = "properties";
  static final String REQUIRED = "required";
  static final String ADDITIONAL = "additionalProperties";
  static final String ITEMS = "items";
  static final String ONE_OF = "oneOf";
  static final String ANY_OF = "anyOf";
  static final String ALL_OF = "allOf";
  static final String ENUM = "enum";
  static final String CONST = "const";
  static final String DEFAULT = "default";
  static final String DEFINITIONS = "definitions";
  static final String DEFS = "$defs";

  static final String CONNECT_TYPE = "connect.type";
  static final String CONNECT_INDEX = "connect.index";
  static final String CONNECT_VERSION = "connect.version";
  static final String CONNECT_PARAMETERS = "connect.parameters";
  static final String SCALE = "scale";
  static final String PRECISION = "connect.decimal.precision";
  static final String MAP = "map";
  static final String BYTES = "bytes";
  static final String INT32 = "int32";
  static final String INT64 = "int64";
  static final String FLOAT64 = "float64";
  static final String KEY = "key";
  static final String VALUE = "value";

  /** Titles of values that are more than their JSON type says. */
  static final String CONNECT_DATA = "org.apache.kafka.connect.data.";

  static final String DECIMAL = CONNECT_DATA + "Decimal";
  static final String DATE = CONNECT_DATA + "Date";
  static final String TIME = CONNECT_DATA + "Time";
  static final String TIMESTAMP = CONNECT_DATA + "Timestamp";

  private Keywords() {}
}
