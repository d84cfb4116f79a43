package io.confluent.ksql.connect.search;

import io.confluent.ksql.connect.record.SettledSinkConnector;

/** Writes records into indices of Elasticsearch or OpenSearch. */
public class SearchSinkConnector extends SettledSinkConnector {
  /** Made by a worker. */
  public SearchSinkConnector() {
    super(SearchSettings.definition(), "connection.url", SearchSettings::new, SearchSinkTask.class);
  }
}
