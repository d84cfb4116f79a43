package io.confluent.ksql.planner.function;

/**
 * A class or method that was meant to be a function and could not be loaded.
 *
 * @param origin {@link FunctionDescription#INTERNAL}, or the jar it is in
 * @param place class, or class and method
 * @param reason one sentence
 */
public record RejectedFunction(String origin, String place, String reason) {}
