/** Tuples for aggregate functions of several columns, and the root exception. */
package io.confluent.ksql.util;
