package io.confluent.ksql.engine.command;

import io.confluent.ksql.planner.catalog.Catalog;
import java.util.Objects;

/**
 * The catalog as it is after so many commands.
 *
 * @param catalog what exists
 * @param nextCommand how many commands led to it: the offset of the next one
 */
public record CatalogVersion(Catalog catalog, long nextCommand) {
  public CatalogVersion {
    Objects.requireNonNull(catalog, "catalog");
  }
}
