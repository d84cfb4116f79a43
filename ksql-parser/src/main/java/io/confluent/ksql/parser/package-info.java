/**
 * The SQL parser as others use it: scripts to statements, statements to trees, variables, words.
 */
package io.confluent.ksql.parser;
