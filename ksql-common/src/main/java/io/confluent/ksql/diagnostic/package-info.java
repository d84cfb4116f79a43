/** Errors with a code, a place in the text, and a way out. */
package io.confluent.ksql.diagnostic;
