package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One case of a file.
 *
 * @param name of the file, the case and what stands for its place holders
 * @param enabled whether it is to be run
 * @param statements executed in order
 * @param properties what the session has set
 * @param topics what exists before the statements
 * @param inputs records fed to the queries
 * @param outputs records expected, of all topics in one list
 * @param error what the last statement, or the queries, must fail with
 * @param post what must hold at the end; missing if nothing more
 * @param rest what a server must answer, if it is a case for one
 */
record TestCase(
    String name,
    boolean enabled,
    List<String> statements,
    Map<String, String> properties,
    List<Topic> topics,
    List<Message> inputs,
    List<Message> outputs,
    Optional<ExpectedError> error,
    JsonNode post,
    Optional<Rest> rest) {

  TestCase {
    Objects.requireNonNull(name, "name");
    statements = List.copyOf(statements);
    properties = Map.copyOf(properties);
    topics = List.copyOf(topics);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(post, "post");
    Objects.requireNonNull(rest, "rest");
  }

  /**
   * What a server must answer.
   *
   * @param responses in order; there may be more answers than these
   * @param failure what the last request must fail with
   * @param queryFirst whether the query runs before the inputs are written
   * @param ordered whether the order of rows counts
   * @param protobuf whether queries are asked for protobuf rows, too
   */
  record Rest(
      List<JsonNode> responses,
      Optional<Failure> failure,
      boolean queryFirst,
      boolean ordered,
      boolean protobuf) {
    Rest {
      responses = List.copyOf(responses);
      Objects.requireNonNull(failure, "failure");
    }
  }

  /**
   * How a request must fail.
   *
   * @param ofStatement whether the answer must name the statement
   * @param status the status of HTTP, if it counts
   */
  record Failure(boolean ofStatement, OptionalInt status) {}

  /**
   * A topic that exists before the statements.
   *
   * @param name its name
   * @param partitions how many it has, if that is said
   * @param replicas how many copies each has
   * @param key what the registry holds for its keys
   * @param value what the registry holds for its values
   */
  record Topic(
      String name,
      OptionalInt partitions,
      short replicas,
      Optional<Side> key,
      Optional<Side> value) {}

  /**
   * The registry's schema for one half of a topic.
   *
   * @param format name of the format, which tells the schema's language
   * @param schema the schema
   * @param id its id, if the registry may not choose
   * @param references the schemas it builds on
   */
  record Side(String format, JsonNode schema, OptionalInt id, List<Reference> references) {
    Side {
      references = List.copyOf(references);
    }
  }

  /**
   * A schema that others build on; its name is its subject.
   *
   * @param name how others call it
   * @param format name of the format, which tells the schema's language
   * @param schema the schema
   */
  record Reference(String name, String format, JsonNode schema) {}

  /**
   * A record, fed or expected.
   *
   * @param topic where it stands
   * @param key its key; missing and null both mean none
   * @param value its value; null for a deletion
   * @param timestamp ms since the epoch
   * @param window the window of the key
   * @param headers all its headers, in order
   */
  record Message(
      String topic,
      JsonNode key,
      JsonNode value,
      OptionalLong timestamp,
      Optional<Window> window,
      List<MessageHeader> headers) {
    Message {
      headers = List.copyOf(headers);
    }
  }

  /**
   * The window of a key.
   *
   * @param start ms since the epoch
   * @param end ms since the epoch
   * @param session whether it is that of a session
   */
  record Window(long start, long end, boolean session) {}

  /**
   * A header of a record.
   *
   * @param key its name
   * @param value its bytes as base64; null for none
   */
  record MessageHeader(String key, String value) {}

  /** What a case must fail with. */
  enum ExpectedError {
    /** The last statement is not one of the language. */
    SYNTAX,
    /** The last statement means nothing. */
    MEANING,
    /** The queries fail with a record. */
    RUN_TIME
  }
}
