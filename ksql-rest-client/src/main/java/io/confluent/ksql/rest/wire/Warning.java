package io.confluent.ksql.rest.wire;

/**
 * Something the author of a statement should know although it was carried out.
 *
 * @param message a sentence
 */
public record Warning(String message) {}
