package io.confluent.ksql.engine.topics;

/**
 * How many read a topic.
 *
 * @param consumers members of consumer groups that read it now
 * @param groups consumer groups that do
 */
public record ReaderCount(int consumers, int groups) {
  /** Nobody. */
  public static final ReaderCount NONE = new ReaderCount(0, 0);

  /** These and those of one more group. */
  ReaderCount plusGroup(int members) {
    return new ReaderCount(consumers + members, groups + 1);
  }
}
