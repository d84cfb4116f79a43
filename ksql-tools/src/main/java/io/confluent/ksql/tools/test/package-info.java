/**
 * Runs test files on the real path without a broker: SQL files here, case files in {@code cases}.
 */
package io.confluent.ksql.tools.test;
