/** The data generator: its arguments, its ready-made kinds of rows, and writing them to a topic. */
package io.confluent.ksql.tools.datagen;
