/**
 * What a text says, as immutable records: names are not resolved, types not known. Every node has a
 * span into the text of its statement.
 */
package io.confluent.ksql.parser.ast;
