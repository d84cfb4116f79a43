package io.confluent.ksql.rest.wire;

/** The numbers of errors on the wire; divided by 100 they are the HTTP status. */
public enum WireErrorCode {
  /** The request cannot be understood. */
  BAD_REQUEST(40000),
  /** A statement is wrong. */
  BAD_STATEMENT(40001),
  /** SELECT or PRINT where only statements with one answer are taken. */
  QUERY_ENDPOINT(40002),
  /** Too many push queries run. */
  MAX_PUSH_QUERIES(40003),
  /** The endpoint speaks HTTP/2 only. */
  HTTP2_ONLY(40004),
  /** The endpoint is for other servers only. */
  INTERNAL_ONLY(40005),
  /** Who asks is not known. */
  UNAUTHORIZED(40100),
  /** Who asks may not. */
  FORBIDDEN(40300),
  /** Kafka does not let the server. */
  FORBIDDEN_KAFKA_ACCESS(40301),
  /** There is no such thing. */
  NOT_FOUND(40400),
  /** No accepted content type can be answered. */
  NOT_ACCEPTABLE(40600),
  /** There is one of that name. */
  CONFLICT(40900),
  /** The request is too long, or has too much in it. */
  TOO_LARGE(41300),
  /** The content type is not taken. */
  UNSUPPORTED_CONTENT_TYPE(41500),
  /** ASSERT TOPIC or ASSERT SCHEMA does not hold. */
  ASSERTION_FAILED(41700),
  /** The TLS name asked for is not this server's. */
  MISDIRECTED_REQUEST(42100),
  /** The idempotency key was that of another request. */
  KEY_REUSED(42200),
  /** A schema registry is needed and none is configured. */
  SCHEMA_REGISTRY_UNCONFIGURED(42801),
  /** Too many requests. */
  TOO_MANY_REQUESTS(42900),
  /** The server failed. */
  SERVER_ERROR(50000),
  /** An earlier command was not carried out in time. */
  COMMAND_QUEUE_TIMEOUT(50301),
  /** The server starts. */
  NOT_READY(50302),
  /** The server stops. */
  SHUTTING_DOWN(50303),
  /** The server has stopped. */
  SHUT_DOWN(50304);

  private final int number;

  WireErrorCode(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }

  /** The HTTP status that goes with it. */
  public int httpStatus() {
    return number / 100;
  }
}
