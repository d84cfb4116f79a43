package io.confluent.ksql.parser.ast;

/** Which way a connector moves data: into Kafka or out of it. */
public enum ConnectorKind {
  SOURCE,
  SINK
}
