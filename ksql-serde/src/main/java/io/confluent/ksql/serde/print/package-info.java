/** PRINT: what the records of a topic look like when nobody has said how they are written. */
package io.confluent.ksql.serde.print;
