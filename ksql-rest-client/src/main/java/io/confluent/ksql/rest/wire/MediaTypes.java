package io.confluent.ksql.rest.wire;

/** The content types of the API. */
public final class MediaTypes {
  /** JSON, the newest version of it. */
  public static final String JSON = "application/json";

  /** JSON of version 1. */
  public static final String KSQL_V1_JSON = "application/vnd.ksql.v1+json";

  /** Rows, one a line. */
  public static final String DELIMITED = "application/vnd.ksqlapi.delimited.v1";

  /** Rows as protobuf in JSON. */
  public static final String KSQL_V1_PROTOBUF = "application/vnd.ksql.v1+protobuf";

  /** The same by another name. */
  public static final String PROTOBUF = "application/vnd.ksqlapi.protobuf.v1";

  private MediaTypes() {}
}
