package io.confluent.ksql.diagnostic;

/** What can go wrong; numbers are stable and never used again for another meaning. */
public enum ErrorCode {
  // 1xxx: the text
  SYNTAX(1001, Kind.USER, "The text is not what the grammar allows at this place."),
  UNKNOWN_STATEMENT(1002, Kind.USER, "No statement begins with this word."),
  RESERVED_WORD(
      1003,
      Kind.USER,
      "A word of the language stands where a name should; in quotes it is a name."),
  INVALID_LITERAL(1004, Kind.USER, "A number or text that stands for a value is none of its type."),
  STATEMENT_TOO_DEEP(
      1005, Kind.USER, "Expressions or types are nested more deeply than can be read."),
  INVALID_VARIABLE(
      1006, Kind.USER, "A variable is not defined, or its value cannot stand where it is used."),

  // 2xxx: names and types
  SOURCE_NOT_FOUND(
      2001, Kind.USER, "There is no stream or table of this name, or the query does not read it."),
  SOURCE_EXISTS(2002, Kind.USER, "A stream or table of this name exists."),
  COLUMN_NOT_FOUND(2003, Kind.USER, "There is no column of this name where it is used."),
  COLUMN_AMBIGUOUS(2004, Kind.USER, "Several sources of the query have a column of this name."),
  COLUMN_DUPLICATE(2005, Kind.USER, "A name is given to two columns, fields or arguments."),
  COLUMN_RESERVED(2006, Kind.USER, "The name belongs to a column that every row has."),
  FUNCTION_NOT_FOUND(
      2007, Kind.USER, "There is no function or model of this name, or it is of another kind."),
  FUNCTION_ARGUMENTS(2008, Kind.USER, "The function does not take these arguments."),
  TYPE_MISMATCH(2009, Kind.USER, "A value is of a type that cannot be used here."),
  TYPE_NOT_FOUND(2010, Kind.USER, "There is no type of this name."),
  TYPE_EXISTS(2011, Kind.USER, "A type of this name exists."),
  QUERY_NOT_FOUND(2012, Kind.USER, "There is no query of this name, or there are several."),
  WRONG_SOURCE_KIND(
      2013, Kind.USER, "A stream stands where a table should, or a table where a stream should."),
  TOPIC_NOT_FOUND(
      2014, Kind.USER, "The topic does not exist, and the statement does not say how to make it."),
  TOPIC_MISMATCH(2015, Kind.USER, "The topic exists with other properties than are asked for."),
  FIELD_NOT_FOUND(2016, Kind.USER, "The STRUCT has no field of this name."),
  CONNECTOR_NOT_FOUND(2020, Kind.USER, "Kafka Connect has no connector of this name."),
  CONNECTOR_EXISTS(2021, Kind.USER, "Kafka Connect has a connector of this name."),

  // 3xxx: statements that cannot be
  INVALID_PROPERTY(
      3001,
      Kind.USER,
      "A property of WITH is not known, is missing, or has a value that it cannot have."),
  INVALID_KEY(
      3002,
      Kind.USER,
      "The key is missing, of a type that no key can have, or not what it must be."),
  INVALID_FORMAT(3003, Kind.USER, "The format is not known, or cannot hold these columns."),
  INVALID_PROJECTION(
      3004, Kind.USER, "The columns of the statement are not what its result needs."),
  INVALID_AGGREGATION(3005, Kind.USER, "Aggregates, GROUP BY and HAVING do not fit together."),
  INVALID_WINDOW(3007, Kind.USER, "The window, or what is done with its bounds, makes no sense."),
  INVALID_INSERT(3008, Kind.USER, "The row, or the result of the query, cannot be written there."),
  INVALID_PULL_QUERY(
      3009, Kind.USER, "A query of what there is now cannot be answered in this form."),
  SOURCE_IN_USE(3010, Kind.USER, "Something still needs what was to be dropped."),
  NOT_SUPPORTED(3011, Kind.USER, "The language has this, but not here."),
  INVALID_SETTING(
      3012, Kind.USER, "The property is not known, may not be set here, or not to this value."),
  QUERY_LIMIT(3013, Kind.USER, "The server runs as many queries as it may."),
  ASSERTION_FAILED(3014, Kind.USER, "What was asserted does not hold."),
  NOT_UPGRADEABLE(
      3015, Kind.USER, "What exists cannot be changed into what the statement describes."),
  INVALID_REQUEST(3016, Kind.USER, "The request is not one that the server understands."),
  EVALUATION(3017, Kind.USER, "An expression fails with these values."),
  INVALID_TABLE_FUNCTION(3018, Kind.USER, "A table function stands where none can."),
  INVALID_LIMIT(3025, Kind.USER, "The query cannot end after a number of rows."),
  INVALID_CONNECTOR(
      3030,
      Kind.USER,
      "Kafka Connect has no such kind of connector, or does not take its properties."),

  // 31xx: joins that cannot be
  JOIN_CRITERION(3101, Kind.USER, "ON is no equality of both sides."),
  JOIN_TYPES(3102, Kind.USER, "The two sides of ON have different types."),
  JOIN_KIND(3103, Kind.USER, "These two cannot be joined so."),
  JOIN_WITHIN(3104, Kind.USER, "WITHIN is missing or out of place."),
  JOIN_REPEATED_SOURCE(3105, Kind.USER, "A source is in FROM twice."),
  JOIN_PRIMARY_KEY(3106, Kind.USER, "The right side must be met on its primary key."),
  JOIN_PARTITIONS(
      3107, Kind.USER, "The topics of both sides have different numbers of partitions."),
  JOIN_WINDOWS(3108, Kind.USER, "The keys of both sides are windowed in different ways."),
  WINDOWED_REKEY(3109, Kind.USER, "The key of a windowed source cannot be changed."),

  // 4xxx: the world outside
  KAFKA(4001, Kind.EXTERNAL, "Kafka does not answer, or refuses."),
  SCHEMA_REGISTRY(4002, Kind.EXTERNAL, "The schema registry does not answer, or refuses."),
  SCHEMA_REGISTRY_MISSING(
      4003, Kind.USER, "The format needs a schema registry, and none is configured."),
  SCHEMA_NOT_FOUND(4004, Kind.USER, "The schema registry does not have the schema."),
  COMMAND_LOG_FOREIGN(4005, Kind.EXTERNAL, "The command topic holds records of another program."),
  COMMAND_LOG_STALE(4006, Kind.EXTERNAL, "Other statements came first, again and again."),
  COMMAND_LOG_UNREADABLE(
      4007, Kind.EXTERNAL, "The command topic holds what this release cannot read."),
  TIMEOUT(4008, Kind.EXTERNAL, "Something took longer than it may."),
  MODEL(4009, Kind.EXTERNAL, "A model cannot be loaded or used."),
  CONNECT(4010, Kind.EXTERNAL, "Kafka Connect does not answer, or refuses."),
  SERVER_UNREACHABLE(4011, Kind.EXTERNAL, "The server does not answer."),
  STATE_UNAVAILABLE(
      4015, Kind.EXTERNAL, "The state that holds the rows cannot be read at the moment."),

  // 9xxx: us
  INTERNAL(9001, Kind.INTERNAL, "A mistake of this engine.");

  private final int number;
  private final Kind kind;
  private final String meaning;

  ErrorCode(int number, Kind kind, String meaning) {
    this.number = number;
    this.kind = kind;
    this.meaning = meaning;
  }

  /** Who can do something about it. */
  public enum Kind {
    /** The author of the statement. */
    USER,
    /** Whoever runs Kafka or the registry; a retry may help. */
    EXTERNAL,
    /** The authors of this engine. */
    INTERNAL
  }

  /** The stable number. */
  public int number() {
    return number;
  }

  /** Who can do something about it. */
  public Kind kind() {
    return kind;
  }

  /** One sentence: what is wrong. */
  public String meaning() {
    return meaning;
  }

  /** The code as shown to people, for example {@code KSQL-2003}. */
  public String label() {
    return "KSQL-" + number;
  }
}
