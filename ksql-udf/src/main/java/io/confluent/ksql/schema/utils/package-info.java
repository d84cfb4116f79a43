/** How types are written as text. */
package io.confluent.ksql.schema.utils;
