package io.confluent.ksql.embedded;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.net.LoopbackPort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which port of 127.0.0.1 each part listens on. The usual ports are those that people know; {@code
 * --port-base N} adds N to each of them, so that a second set of servers fits beside a first: with
 * {@code --port-base 10000} the broker is on 19092, the registry on 18081, the server on 18088.
 */
public final class PortPlan {
  /** The option of the launchers that moves all ports. */
  public static final String BASE_OPTION = "--port-base";

  private static final int SUGGESTED_BASE = 10_000;

  private final Map<Service, Integer> ports;

  private PortPlan(Map<Service, Integer> ports) {
    this.ports = Map.copyOf(ports);
  }

  /** A part that listens. */
  public enum Service {
    /** The Kafka broker. */
    KAFKA(9092, "the Kafka broker"),
    /** The schema registry. */
    SCHEMA_REGISTRY(8081, "the schema registry"),
    /** The KSQL server, with its web page. */
    KSQL(8088, "the KSQL server"),
    /** The MQTT listener for devices. */
    MQTT(1883, "the MQTT listener"),
    /** The REST interface of Kafka Connect. */
    CONNECT(8083, "Kafka Connect"),
    /** A broker that devices on the other side listen to. */
    MQTT_RECEIVER(1884, "the second MQTT broker"),
    /** The search node. */
    SEARCH(9200, "the search node");

    private final int usualPort;
    private final String title;

    Service(int usualPort, String title) {
      this.usualPort = usualPort;
      this.title = title;
    }

    /** Its port where nothing else is said. */
    public int usualPort() {
      return usualPort;
    }

    /** Its name for people, with an article. */
    public String title() {
      return title;
    }
  }

  /** The usual ports. */
  public static PortPlan usual() {
    return base(0);
  }

  /**
   * The usual ports, a number added to each.
   *
   * @param base the N of {@code --port-base N}; 0 for the usual ports
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if a port would not exist
   */
  public static PortPlan base(int base) {
    int highest = Arrays.stream(Service.values()).mapToInt(Service::usualPort).max().orElseThrow();
    if (base < 0 || base + highest > LoopbackPort.MAX) {
      throw Diagnostic.error(ErrorCode.INVALID_SETTING, "%s cannot be %d.", BASE_OPTION, base)
          .hint(
              "It is added to the usual ports, so it must lie between 0 and "
                  + (LoopbackPort.MAX - highest)
                  + ".")
          .toException();
    }
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, service.usualPort() + base);
    }
    return new PortPlan(ports);
  }

  /** Free ports, different for each service; for tests. */
  public static PortPlan free() {
    List<Integer> free = LoopbackPort.free(Service.values().length);
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, free.get(service.ordinal()));
    }
    return new PortPlan(ports);
  }

  /** The same with another port for one service. */
  public PortPlan with(Service service, int port) {
    if (port < 0 || port > LoopbackPort.MAX) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING, "%s cannot listen on port %d.", service.title(), port)
          .hint("Ports lie between 0 and " + LoopbackPort.MAX + ".")
          .toException();
    }
    Map<Service, Integer> changed = new EnumMap<>(ports);
    changed.put(service, port);
    return new PortPlan(changed);
  }

  /** The port of a service. */
  public int port(Service service) {
    return ports.get(service);
  }

  /**
   * Makes sure, before anything is started, that the ports of some services are free. All that are
   * not are named at once, one note each.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if a port is taken
   */
  public void requireFree(Collection<Service> services) {
    List<String> conflicts = conflicts(services);
    if (conflicts.isEmpty()) {
      return;
    }
    Diagnostic diagnostic =
        Diagnostic.error(ErrorCode.KAFKA, "Nothing was started: ports that are needed are taken.")
            .hint(
                "Stop what listens there, or move all ports, for example with "
                    + BASE_OPTION
                    + " "
                    + SUGGESTED_BASE
                    + ".");
    for (String conflict : conflicts) {
      diagnostic = diagnostic.note(conflict);
    }
    throw diagnostic.toException();
  }

  /** A sentence for each of the services that cannot have its port; empty if all can. */
  public List<String> conflicts(Collection<Service> services) {
    Map<Integer, Service> owners = new HashMap<>();
    List<String> conflicts = new ArrayList<>();
    for (Service service : new TreeSet<>(services)) {
      int port = port(service);
      Service owner = port == 0 ? null : owners.putIfAbsent(port, service);
      if (owner != null) {
        conflicts.add(
            "Port %d is wanted by %s and by %s.".formatted(port, owner.title(), service.title()));
      } else if (!LoopbackPort.isFree(port)) {
        conflicts.add(
            "Port %d, wanted by %s, is in use by another program."
                .formatted(port, service.title()));
      }
    }
    return List.copyOf(conflicts);
  }

  @Override
  public String toString() {
    return new EnumMap<>(ports).toString();
  }
}
