/** The functions that belong to the engine, one class each, found by their annotations. */
package io.confluent.ksql.function.builtin;
