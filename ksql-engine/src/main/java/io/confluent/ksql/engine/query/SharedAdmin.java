package io.confluent.ksql.engine.query;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * Clients for Kafka Streams, of which the admin client is shared: making one a query is slow and
 * takes a thread each.
 */
final class SharedAdmin extends DefaultKafkaClientSupplier {
  private final Admin admin;

  /**
   * @param admin outlives the queries and is closed by who made it
   */
  SharedAdmin(Admin admin) {
    this.admin = withoutClose(admin);
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return admin;
  }

  private static Admin withoutClose(Admin admin) {
    return (Admin)
        Proxy.newProxyInstance(
            SharedAdmin.class.getClassLoader(),
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
