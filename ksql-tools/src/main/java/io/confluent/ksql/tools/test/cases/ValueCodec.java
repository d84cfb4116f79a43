package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One half of records as a case file writes it, to bytes and back. Written apart from the engine's
 * formats: bytes that only our own encoder and decoder agree on are not what a case asks for.
 */
interface ValueCodec {
  /** The bytes; null for the null of JSON. */
  byte[] encode(JsonNode json);

  /** Null, booleans, numbers, texts, byte buffers, lists, and maps by text. */
  Object decode(byte[] bytes);
}
