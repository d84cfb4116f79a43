/** Records as documents of Elasticsearch 7 and later, and of OpenSearch. */
package io.confluent.ksql.connect.search;
