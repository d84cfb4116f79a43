package io.confluent.ksql.connect.avro;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** Settings of the Avro converter. */
final class ConverterSettings extends AbstractConfig {
  static final String USER_INFO = "schema.registry.basic.auth.user.info";
  static final String OTHER_USER_INFO = "basic.auth.user.info";
  static final String REGISTER = "auto.register.schemas";
  static final String TIMEOUT = "schema.registry.timeout.ms";
  private static final String URL = "schema.registry.url";

  ConverterSettings(Map<String, ?> given) {
    super(definition(), given, false);
    urls();
  }

  static ConfigDef definition() {
    return new ConfigDef()
        .define(
            URL,
            Type.LIST,
            Importance.HIGH,
            "Addresses of the schema registry; the next is asked where one cannot be reached.")
        .define(
            USER_INFO,
            Type.PASSWORD,
            "",
            Importance.MEDIUM,
            "Name and password for the registry, with a colon between them.")
        .define(OTHER_USER_INFO, Type.PASSWORD, "", Importance.MEDIUM, "The same, its older name.")
        .define(
            REGISTER,
            Type.BOOLEAN,
            true,
            Importance.MEDIUM,
            "Whether schemas are registered; without, they must be there already.")
        .define(
            TIMEOUT,
            Type.INT,
            10_000,
            Range.atLeast(1),
            Importance.LOW,
            "How long the registry may take to connect and to answer.");
  }

  List<URI> urls() {
    try {
      List<URI> urls = getList(URL).stream().map(URI::create).toList();
      if (urls.isEmpty()) {
        throw new ConfigException(URL, "", "There must be one.");
      }
      return urls;
    } catch (IllegalArgumentException e) {
      throw new ConfigException(URL, getList(URL), e.getMessage());
    }
  }

  String userInfo() {
    String given = getPassword(USER_INFO).value();
    return given.isEmpty() ? getPassword(OTHER_USER_INFO).value() : given;
  }
}
