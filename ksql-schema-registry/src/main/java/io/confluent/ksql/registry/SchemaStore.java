package io.confluent.ksql.registry;

import io.confluent.ksql.serde.registry.RegistryChange;
import java.util.function.Consumer;

/**
 * Where the changes to a registry are kept. Of changes with the same key only the last one need be
 * kept. Used by one server at a time.
 */
public interface SchemaStore extends AutoCloseable {
  /**
   * Gives every change kept so far, those of one key in order. Called once, before the first
   * append.
   *
   * @throws io.confluent.ksql.serde.registry.RegistryException if they cannot be read
   */
  void replay(Consumer<RegistryChange> each);

  /**
   * Keeps a change; it will be replayed from now on.
   *
   * @throws io.confluent.ksql.serde.registry.RegistryException if it is not kept
   */
  void append(RegistryChange change);

  @Override
  void close();
}
