package io.confluent.ksql.engine.query;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
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

  /**
   * @param admin outlives the queries and is closed by who made it
   */
  QueryClients(Admin admin) {
    this.admin = withoutClose(admin);
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return admin;
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return new LeavingConsumer(config);
  }

  private static final class LeavingConsumer extends KafkaConsumer<byte[], byte[]> {
    private LeavingConsumer(Map<String, Object> config) {
      super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
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
