/** Names that functions share: categories and the exception they throw. */
package io.confluent.ksql.function;
