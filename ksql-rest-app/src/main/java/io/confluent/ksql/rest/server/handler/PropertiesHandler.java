package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.parser.ast.ShowProperties;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.PropertiesList;
import io.confluent.ksql.setting.Scope;
import io.confluent.ksql.setting.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** SHOW PROPERTIES. */
final class PropertiesHandler implements StatementHandler<ShowProperties> {
  private final ServerParts parts;

  PropertiesHandler(ServerParts parts) {
    this.parts = parts;
  }

  @Override
  public Optional<Entity> handle(ShowProperties show, Prepared prepared) {
    Map<String, String> server = PropertyRules.canonical(parts.settings().given());
    Map<String, String> session = prepared.session().overrides();
    Map<String, PropertiesList.Property> properties = new TreeMap<>();
    for (Setting<?> setting : parts.rules().settings()) {
      properties.put(
          setting.name(),
          property(setting.name(), setting.defaultText(), "", Optional.of(setting)));
    }
    server.forEach((name, value) -> put(properties, name, value, "SERVER"));
    session.forEach((name, value) -> put(properties, name, value, "SESSION"));
    return Optional.of(
        new PropertiesList(
            prepared.text(),
            List.copyOf(properties.values()),
            List.copyOf(session.keySet()),
            properties.keySet().stream().filter(name -> !server.containsKey(name)).toList(),
            List.of()));
  }

  private void put(
      Map<String, PropertiesList.Property> properties, String name, String value, String level) {
    Optional<Setting<?>> setting =
        parts.rules().settings().stream().filter(known -> known.name().equals(name)).findFirst();
    properties.put(name, property(name, value, level, setting));
  }

  private static PropertiesList.Property property(
      String name, String value, String level, Optional<Setting<?>> setting) {
    return new PropertiesList.Property(
        name,
        setting.isPresent() ? "KSQL" : "KAFKA STREAMS",
        Optional.of(ShownValues.of(name, value, setting)),
        setting.map(known -> known.scope() == Scope.SESSION).orElse(true),
        level);
  }
}
