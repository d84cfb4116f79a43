package io.confluent.ksql.engine.query;

import io.confluent.ksql.engine.topology.RecordBundles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * Clients for Kafka Streams. The admin client is shared: making one a query is slow and takes a
 * thread each. Consumers leave their group when they are closed: Kafka Streams would stay, and a
 * thread that replaces one that failed would wait until the broker gives the old one up.
 */
final class QueryClients extends DefaultKafkaClientSupplier {
  private final Admin admin;
  private final Set<String> bundled;

  /**
   * @param admin outlives the queries and is closed by who made it
   */
  QueryClients(Admin admin) {
    this(withoutClose(admin), Set.of());
  }

  private QueryClients(Admin admin, Set<String> bundled) {
    this.admin = admin;
    this.bundled = bundled;
  }

  /** The same, but consumers hand out the records of these topics in bundles. */
  QueryClients bundling(Set<String> topics) {
    return new QueryClients(admin, topics);
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return admin;
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return new QueryConsumer(config, bundled);
  }

  private static final class QueryConsumer extends KafkaConsumer<byte[], byte[]> {
    private final Set<String> bundled;

    private QueryConsumer(Map<String, Object> config, Set<String> bundled) {
      super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      this.bundled = bundled;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      return RecordBundles.bundle(super.poll(timeout), bundled);
    }

    @Override
    public void close(CloseOptions options) {
      super.close(
          options.withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
  }

  private static Admin withoutClose(Admin admin) {
    return (Admin)
        Proxy.newProxyInstance(
            QueryClients.class.getClassLoader(),
            new Class<?>[] {Admin.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(admin, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
