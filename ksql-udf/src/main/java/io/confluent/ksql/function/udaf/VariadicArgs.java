package io.confluent.ksql.function.udaf;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The values of a variadic column argument of an aggregate function.
 *
 * @param <T> type of one value; values may be null
 */
public class VariadicArgs<T> implements Iterable<T> {
  private final List<T> args;

  /**
   * @param args the values, in the order of the call
   */
  public VariadicArgs(List<T> args) {
    this.args = Collections.unmodifiableList(args);
  }

  /** The value at a zero-based position. */
  public T get(int index) {
    return args.get(index);
  }

  /** How many values there are. */
  public int size() {
    return args.size();
  }

  /** The values as a stream. */
  public Stream<T> stream() {
    return args.stream();
  }

  @Override
  public Iterator<T> iterator() {
    return args.iterator();
  }
}
