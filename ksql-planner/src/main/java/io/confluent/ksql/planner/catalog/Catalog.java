package io.confluent.ksql.planner.catalog;

import io.confluent.ksql.name.Names;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that exists, at one moment. Immutable: a change gives a new catalog, so a script is
 * validated by folding its changes over a snapshot.
 */
public final class Catalog {
  private static final Catalog EMPTY = new Catalog(Map.of(), Map.of(), Map.of(), Map.of());

  private final Map<String, Source> sources;
  private final Map<String, SqlType> types;
  private final Map<String, PersistentQuery> queries;

  /** What each source that a query made was made from; it stays when the query ends. */
  private final Map<String, Set<String>> origins;

  private Catalog(
      Map<String, Source> sources,
      Map<String, SqlType> types,
      Map<String, PersistentQuery> queries,
      Map<String, Set<String>> origins) {
    this.sources = Collections.unmodifiableMap(sources);
    this.types = Collections.unmodifiableMap(types);
    this.queries = Collections.unmodifiableMap(queries);
    this.origins = Collections.unmodifiableMap(origins);
  }

  /** The catalog in which nothing exists. */
  public static Catalog empty() {
    return EMPTY;
  }

  /** The stream or table of exactly that name. */
  public Optional<Source> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** All streams and tables, by name. */
  public Collection<Source> sources() {
    return sources.values();
  }

  /** The type that a name was made for. */
  public Optional<SqlType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** All names made for types. */
  public Map<String, SqlType> types() {
    return types;
  }

  /** The query of exactly that id. */
  public Optional<PersistentQuery> query(String id) {
    return Optional.ofNullable(queries.get(id));
  }

  /** All persistent queries, by id. */
  public Collection<PersistentQuery> queries() {
    return queries.values();
  }

  /** Queries that read from a stream or table. */
  public List<PersistentQuery> readersOf(String source) {
    return queries.values().stream().filter(query -> query.sources().contains(source)).toList();
  }

  /** Queries that write to a stream or table. */
  public List<PersistentQuery> writersOf(String source) {
    return queries.values().stream()
        .filter(query -> query.sink().filter(source::equals).isPresent())
        .toList();
  }

  /** Streams and tables that were made by queries from this one, ended queries included. */
  public List<Source> madeFrom(String source) {
    return sources.values().stream()
        .filter(other -> origins.getOrDefault(other.name(), Set.of()).contains(source))
        .toList();
  }

  /** The name of a stream or table that was most likely meant. */
  public Optional<String> nearestSource(String name) {
    return Names.nearest(name, sources.keySet());
  }

  /** The catalog after a change. Dropping what is not there changes nothing. */
  public Catalog apply(CatalogChange change) {
    if (change instanceof CatalogChange.PutSource put) {
      return new Catalog(with(sources, put.source().name(), put.source()), types, queries, origins);
    }
    if (change instanceof CatalogChange.DropSource drop) {
      return new Catalog(
          without(sources, drop.name()), types, queries, without(origins, drop.name()));
    }
    if (change instanceof CatalogChange.PutType put) {
      return new Catalog(sources, with(types, put.name(), put.type()), queries, origins);
    }
    if (change instanceof CatalogChange.DropType drop) {
      return new Catalog(sources, without(types, drop.name()), queries, origins);
    }
    if (change instanceof CatalogChange.PutQuery put) {
      return new Catalog(
          sources, types, with(queries, put.query().id(), put.query()), originsWith(put.query()));
    }
    if (change instanceof CatalogChange.SetQueryState set) {
      return query(set.queryId())
          .map(query -> query.withState(set.state()))
          .map(query -> new Catalog(sources, types, with(queries, query.id(), query), origins))
          .orElse(this);
    }
    CatalogChange.DropQuery drop = (CatalogChange.DropQuery) change;
    return new Catalog(sources, types, without(queries, drop.queryId()), origins);
  }

  private Map<String, Set<String>> originsWith(PersistentQuery query) {
    return query.kind() == PersistentQuery.Kind.CREATE_AS && query.sink().isPresent()
        ? with(origins, query.sink().get(), query.sources())
        : origins;
  }

  /** The catalog after several changes. */
  public Catalog apply(List<CatalogChange> changes) {
    Catalog after = this;
    for (CatalogChange change : changes) {
      after = after.apply(change);
    }
    return after;
  }

  private static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
    Map<String, V> changed = new TreeMap<>(map);
    changed.put(name, value);
    return changed;
  }

  private static <V> Map<String, V> without(Map<String, V> map, String name) {
    Map<String, V> changed = new TreeMap<>(map);
    changed.remove(name);
    return changed;
  }
}
