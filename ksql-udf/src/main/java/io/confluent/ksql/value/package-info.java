/** Values that have no class in the JDK. */
package io.confluent.ksql.value;
