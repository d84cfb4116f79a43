/** What exists: an immutable snapshot of sources, types and queries, and the changes to it. */
package io.confluent.ksql.planner.catalog;
