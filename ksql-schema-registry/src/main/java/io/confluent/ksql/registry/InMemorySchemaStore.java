package io.confluent.ksql.registry;

import io.confluent.ksql.serde.registry.RegistryChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the changes in memory: they outlive a server, but not this object. */
public final class InMemorySchemaStore implements SchemaStore {
  private final Map<RegistryChange.Key, RegistryChange> changes = new LinkedHashMap<>();

  @Override
  public synchronized void replay(Consumer<RegistryChange> each) {
    new ArrayList<>(changes.values()).forEach(each);
  }

  @Override
  public synchronized void append(RegistryChange change) {
    changes.remove(change.key());
    changes.put(change.key(), change);
  }

  @Override
  public void close() {}
}
