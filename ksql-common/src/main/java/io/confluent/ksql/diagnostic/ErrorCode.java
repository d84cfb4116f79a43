package io.confluent.ksql.diagnostic;

/** What can go wrong; numbers are stable and never used again for another meaning. */
public enum ErrorCode {
  // 1xxx: the text
  SYNTAX(1001, Kind.USER),
  UNKNOWN_STATEMENT(1002, Kind.USER),
  RESERVED_WORD(1003, Kind.USER),
  INVALID_LITERAL(1004, Kind.USER),
  STATEMENT_TOO_DEEP(1005, Kind.USER),
  INVALID_VARIABLE(1006, Kind.USER),

  // 2xxx: names and types
  SOURCE_NOT_FOUND(2001, Kind.USER),
  SOURCE_EXISTS(2002, Kind.USER),
  COLUMN_NOT_FOUND(2003, Kind.USER),
  COLUMN_AMBIGUOUS(2004, Kind.USER),
  COLUMN_DUPLICATE(2005, Kind.USER),
  COLUMN_RESERVED(2006, Kind.USER),
  FUNCTION_NOT_FOUND(2007, Kind.USER),
  FUNCTION_ARGUMENTS(2008, Kind.USER),
  TYPE_MISMATCH(2009, Kind.USER),
  TYPE_NOT_FOUND(2010, Kind.USER),
  TYPE_EXISTS(2011, Kind.USER),
  QUERY_NOT_FOUND(2012, Kind.USER),
  WRONG_SOURCE_KIND(2013, Kind.USER),
  TOPIC_NOT_FOUND(2014, Kind.USER),
  TOPIC_MISMATCH(2015, Kind.USER),
  FIELD_NOT_FOUND(2016, Kind.USER),

  // 3xxx: statements that cannot be
  INVALID_PROPERTY(3001, Kind.USER),
  INVALID_KEY(3002, Kind.USER),
  INVALID_FORMAT(3003, Kind.USER),
  INVALID_PROJECTION(3004, Kind.USER),
  INVALID_AGGREGATION(3005, Kind.USER),
  INVALID_JOIN(3006, Kind.USER),
  INVALID_WINDOW(3007, Kind.USER),
  INVALID_INSERT(3008, Kind.USER),
  INVALID_PULL_QUERY(3009, Kind.USER),
  SOURCE_IN_USE(3010, Kind.USER),
  NOT_SUPPORTED(3011, Kind.USER),
  INVALID_SETTING(3012, Kind.USER),
  QUERY_LIMIT(3013, Kind.USER),
  ASSERTION_FAILED(3014, Kind.USER),
  NOT_UPGRADEABLE(3015, Kind.USER),
  INVALID_REQUEST(3016, Kind.USER),
  EVALUATION(3017, Kind.USER),
  INVALID_TABLE_FUNCTION(3018, Kind.USER),
  INVALID_LIMIT(3025, Kind.USER),

  // 31xx: joins that cannot be
  /** ON is no equality of both sides. */
  JOIN_CRITERION(3101, Kind.USER),
  /** The two sides of ON have different types. */
  JOIN_TYPES(3102, Kind.USER),
  /** These two cannot be joined so. */
  JOIN_KIND(3103, Kind.USER),
  /** WITHIN is missing or out of place. */
  JOIN_WITHIN(3104, Kind.USER),
  /** A source is in FROM twice. */
  JOIN_REPEATED_SOURCE(3105, Kind.USER),
  /** The right side must be met on its primary key. */
  JOIN_PRIMARY_KEY(3106, Kind.USER),
  /** The topics of both sides have different numbers of partitions. */
  JOIN_PARTITIONS(3107, Kind.USER),
  /** The keys of both sides are windowed in different ways. */
  JOIN_WINDOWS(3108, Kind.USER),
  /** The key of a windowed source cannot be changed. */
  WINDOWED_REKEY(3109, Kind.USER),

  // 4xxx: the world outside
  KAFKA(4001, Kind.EXTERNAL),
  SCHEMA_REGISTRY(4002, Kind.EXTERNAL),
  SCHEMA_REGISTRY_MISSING(4003, Kind.USER),
  SCHEMA_NOT_FOUND(4004, Kind.USER),
  COMMAND_LOG_FOREIGN(4005, Kind.EXTERNAL),
  COMMAND_LOG_STALE(4006, Kind.EXTERNAL),
  COMMAND_LOG_UNREADABLE(4007, Kind.EXTERNAL),
  TIMEOUT(4008, Kind.EXTERNAL),
  MODEL(4009, Kind.EXTERNAL),
  CONNECT(4010, Kind.EXTERNAL),
  SERVER_UNREACHABLE(4011, Kind.EXTERNAL),
  STATE_UNAVAILABLE(4015, Kind.EXTERNAL),

  // 9xxx: us
  INTERNAL(9001, Kind.INTERNAL);

  private final int number;
  private final Kind kind;

  ErrorCode(int number, Kind kind) {
    this.number = number;
    this.kind = kind;
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

  /** The code as shown to people, for example {@code KSQL-2003}. */
  public String label() {
    return "KSQL-" + number;
  }
}
