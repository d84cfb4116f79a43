package io.confluent.ksql.engine.topology;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Lets a processor do something before the offsets of its task are committed, so that what it holds
 * back is never lost. Kafka Streams asks that of the caches of stores only, each before those of
 * the processors behind it; so to Kafka Streams this is a cache. It keeps nothing itself.
 */
final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {
  private final String name;
  private Runnable action = () -> {};
  private Runnable reset = () -> {};
  private boolean open;

  private BeforeCommit(String name) {
    this.name = name;
  }

  /** Makes one for each task. */
  static StoreBuilder<BeforeCommit> named(String name) {
    return new Builder(name);
  }

  /**
   * Says what to do.
   *
   * @param newAction done before each commit, by the thread of the task
   * @param newReset done where what is held back must be forgotten
   */
  void set(Runnable newAction, Runnable newReset) {
    action = newAction;
    reset = newReset;
  }

  @Override
  public void flushCache() {
    action.run();
  }

  @Override
  public void clearCache() {
    reset.run();
  }

  @Override
  public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean oldValues) {
    return false;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    context.register(root, (key, value) -> {});
    open = true;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private record Builder(String name) implements StoreBuilder<BeforeCommit> {
    @Override
    public BeforeCommit build() {
      return new BeforeCommit(name);
    }

    @Override
    public StoreBuilder<BeforeCommit> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<BeforeCommit> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
      throw new UnsupportedOperationException("There is nothing to be logged");
    }

    @Override
    public StoreBuilder<BeforeCommit> withLoggingDisabled() {
      return this;
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }
  }
}
