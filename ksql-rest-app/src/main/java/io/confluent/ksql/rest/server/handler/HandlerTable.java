package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.rest.wire.Entity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The handler of each kind of statement. Complete, or it cannot be built. */
public final class HandlerTable {
  private final Map<Class<? extends Statement>, StatementHandler<?>> handlers;

  private HandlerTable(Map<Class<? extends Statement>, StatementHandler<?>> handlers) {
    this.handlers = Map.copyOf(handlers);
  }

  /** An empty table to fill. */
  static Builder builder() {
    return new Builder();
  }

  /** Has the handler of its kind answer a statement. */
  public Optional<Entity> handle(Prepared prepared) {
    return handle(prepared.statement(), prepared);
  }

  /** The builder only takes a handler for the class it handles. */
  @SuppressWarnings("unchecked")
  private <S extends Statement> Optional<Entity> handle(S statement, Prepared prepared) {
    StatementHandler<S> handler = (StatementHandler<S>) handlers.get(statement.getClass());
    return handler.handle(statement, prepared);
  }

  /** Fills a table. */
  static final class Builder {
    private final Map<Class<? extends Statement>, StatementHandler<?>> handlers = new HashMap<>();

    <S extends Statement> Builder on(Class<S> kind, StatementHandler<S> handler) {
      if (handlers.put(kind, handler) != null) {
        throw new IllegalStateException("Two handlers for " + kind.getSimpleName());
      }
      return this;
    }

    /** One handler for several kinds that are treated alike. */
    Builder onEach(Set<Class<? extends Statement>> kinds, StatementHandler<Statement> handler) {
      for (Class<? extends Statement> kind : kinds) {
        if (handlers.put(kind, handler) != null) {
          throw new IllegalStateException("Two handlers for " + kind.getSimpleName());
        }
      }
      return this;
    }

    HandlerTable build() {
      Set<String> missing = new TreeSet<>();
      for (Class<?> kind : Statement.class.getPermittedSubclasses()) {
        if (!handlers.containsKey(kind)) {
          missing.add(kind.getSimpleName());
        }
      }
      if (!missing.isEmpty()) {
        throw new IllegalStateException("No handler for " + missing);
      }
      return new HandlerTable(handlers);
    }
  }
}
