package io.confluent.ksql.tools.datagen.generate;

import io.confluent.ksql.schema.ksql.types.SqlType;

/**
 * A generator with the type of its values.
 *
 * @param type what they are in SQL
 * @param generator where they come from
 */
record TypedGenerator(SqlType type, Generator generator) {}
