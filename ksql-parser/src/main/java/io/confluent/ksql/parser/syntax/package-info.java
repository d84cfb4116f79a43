/**
 * Text to tree: the grammar, what walks its parse trees (one builder a family of clauses), and what
 * is said about text that it does not take. Only {@link io.confluent.ksql.parser.syntax.TreeParser}
 * and {@link io.confluent.ksql.parser.syntax.Words} are for other packages.
 */
package io.confluent.ksql.parser.syntax;
