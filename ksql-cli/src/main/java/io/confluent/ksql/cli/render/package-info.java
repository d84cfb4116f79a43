/** Answers of a server as text for a terminal, or as JSON for a program. */
package io.confluent.ksql.cli.render;
