package io.confluent.ksql.connect.search;

import io.confluent.ksql.connect.record.Advice;
import io.confluent.ksql.connect.record.Validation;
import io.confluent.ksql.connect.record.Versions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes records into indices of Elasticsearch or OpenSearch. */
public class SearchSinkConnector extends SinkConnector {
  private static final Logger LOG = LoggerFactory.getLogger(SearchSinkConnector.class);
  private Map<String, String> config = Map.of();

  @Override
  public String version() {
    return Versions.current();
  }

  @Override
  public ConfigDef config() {
    return SearchSettings.definition();
  }

  @Override
  public Config validate(Map<String, String> given) {
    return Validation.with(
        super.validate(given), "connection.url", () -> new SearchSettings(given));
  }

  @Override
  public void start(Map<String, String> given) {
    new SearchSettings(given);
    config = Map.copyOf(given);
    Advice.of(given).forEach(advice -> LOG.warn("Connector {}: {}", given.get("name"), advice));
  }

  @Override
  public Class<? extends Task> taskClass() {
    return SearchSinkTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return Collections.nCopies(maxTasks, config);
  }

  @Override
  public void stop() {}
}
