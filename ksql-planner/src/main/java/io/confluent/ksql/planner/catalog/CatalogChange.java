package io.confluent.ksql.planner.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.Objects;

/** One change of a catalog, as the command log stores it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CatalogChange.PutSource.class, name = "putSource:1"),
  @JsonSubTypes.Type(value = CatalogChange.DropSource.class, name = "dropSource:1"),
  @JsonSubTypes.Type(value = CatalogChange.PutType.class, name = "putType:1"),
  @JsonSubTypes.Type(value = CatalogChange.DropType.class, name = "dropType:1"),
  @JsonSubTypes.Type(value = CatalogChange.PutQuery.class, name = "putQuery:1"),
  @JsonSubTypes.Type(value = CatalogChange.SetQueryState.class, name = "setQueryState:1"),
  @JsonSubTypes.Type(value = CatalogChange.DropQuery.class, name = "dropQuery:1"),
})
public sealed interface CatalogChange {
  /** A stream or table is made, or replaced. */
  record PutSource(Source source) implements CatalogChange {
    public PutSource {
      Objects.requireNonNull(source, "source");
    }
  }

  /** A stream or table is no more; its topic stays. */
  record DropSource(String name) implements CatalogChange {
    public DropSource {
      Objects.requireNonNull(name, "name");
    }
  }

  /** A name for a type is made. */
  record PutType(String name, SqlType type) implements CatalogChange {
    public PutType {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }
  }

  /** A name for a type is no more. */
  record DropType(String name) implements CatalogChange {
    public DropType {
      Objects.requireNonNull(name, "name");
    }
  }

  /** A query is started, or goes on with another plan. */
  record PutQuery(PersistentQuery query) implements CatalogChange {
    public PutQuery {
      Objects.requireNonNull(query, "query");
    }
  }

  /** A query is paused or goes on. */
  record SetQueryState(String queryId, PersistentQuery.State state) implements CatalogChange {
    public SetQueryState {
      Objects.requireNonNull(queryId, "queryId");
      Objects.requireNonNull(state, "state");
    }
  }

  /** A query is ended. */
  record DropQuery(String queryId) implements CatalogChange {
    public DropQuery {
      Objects.requireNonNull(queryId, "queryId");
    }
  }
}
