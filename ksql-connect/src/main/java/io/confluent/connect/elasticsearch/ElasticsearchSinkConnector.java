package io.confluent.connect.elasticsearch;

/**
 * The name by which existing configurations call {@link
 * io.confluent.ksql.connect.search.SearchSinkConnector}.
 */
public final class ElasticsearchSinkConnector
    extends io.confluent.ksql.connect.search.SearchSinkConnector {}
