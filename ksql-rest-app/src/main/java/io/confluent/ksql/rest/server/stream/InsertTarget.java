package io.confluent.ksql.rest.server.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.wire.WireErrorCode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.util.KsqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A stream or table that takes rows from JSON objects, as INSERT INTO .. VALUES would. */
final class InsertTarget {
  private final Engine engine;
  private final Source source;

  private InsertTarget(Engine engine, Source source) {
    this.engine = engine;
    this.source = source;
  }

  /**
   * A target by its name, which means what it means in SQL: in capitals unless it stands in
   * back-ticks.
   *
   * @throws HttpError if there is none of that name, or it takes no rows
   */
  static InsertTarget named(String written, Session session, Engine engine) {
    boolean quoted = written.length() > 1 && written.startsWith("`") && written.endsWith("`");
    String name =
        quoted
            ? written.substring(1, written.length() - 1).replace("``", "`")
            : written.toUpperCase(Locale.ROOT);
    try {
      return new InsertTarget(engine, engine.insertTarget(name, session));
    } catch (DiagnosticException e) {
      boolean unknown = e.diagnostic().code() == ErrorCode.SOURCE_NOT_FOUND;
      throw unknown
          ? HttpError.of(WireErrorCode.BAD_STATEMENT, e.diagnostic().message())
          : HttpError.of(e, List.of());
    }
  }

  /** Its name, as it is in the catalog. */
  String name() {
    return source.name();
  }

  /**
   * The record of a row.
   *
   * @throws KsqlException what is wrong with the row
   */
  OutgoingRecord record(JsonNode row) {
    if (!row.isObject()) {
      throw new KsqlException("A row is an object, not " + row);
    }
    for (Column column : source.schema().key()) {
      if (RowJson.member(row, column.name()) == null) {
        throw new KsqlException("The row has no key column " + column.name());
      }
    }
    return engine.record(
        source, values(row, source.schema().key()), values(row, source.schema().value()));
  }

  private static List<Object> values(JsonNode row, List<Column> columns) {
    List<Object> values = new ArrayList<>();
    for (Column column : columns) {
      try {
        values.add(RowJson.value(RowJson.member(row, column.name()), column.type()));
      } catch (KsqlException e) {
        throw new KsqlException("Column " + column.name() + ": " + e.getMessage(), e);
      }
    }
    return values;
  }
}
