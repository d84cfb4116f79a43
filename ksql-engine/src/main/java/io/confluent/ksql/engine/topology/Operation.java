package io.confluent.ksql.engine.topology;

/** One thing done to each record of a chain. */
@FunctionalInterface
interface Operation {
  /** Changes the record at hand; false if it goes no further. */
  boolean apply(Cursor cursor);

  /** Makes the operation for a task. */
  @FunctionalInterface
  interface Factory {
    Operation create(TaskScope task);
  }
}
