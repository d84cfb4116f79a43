package io.confluent.ksql.registry;

class InMemorySchemaStoreTest extends SchemaStoreContract {
  @Override
  protected SchemaStore open() {
    return new InMemorySchemaStore();
  }

  @Override
  protected SchemaStore reopen(SchemaStore closed) {
    return closed;
  }
}
