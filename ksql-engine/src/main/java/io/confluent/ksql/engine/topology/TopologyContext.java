package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.compile.FunctionBinder;
import io.confluent.ksql.engine.log.ProcessingLog;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.function.AggregateCall;
import io.confluent.ksql.planner.function.AggregateFunction;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.FunctionSignature;
import io.confluent.ksql.planner.function.ResolvedAggregate;
import io.confluent.ksql.planner.function.ScalarCall;
import io.confluent.ksql.planner.function.ScalarFunction;
import io.confluent.ksql.planner.function.TableCall;
import io.confluent.ksql.planner.function.TableFunction;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.planner.physical.TableFunctionCall;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.util.KsqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a query runs with, beside its plan.
 *
 * @param queryId id of the query
 * @param functions the functions that its expressions call
 * @param functionConfig settings of the server, of which functions see those meant for them
 * @param formats how records are written
 * @param registry the schema registry, if one is configured
 * @param log told of records that fail
 * @param counters counts the query's records
 * @param onError what becomes of the query when a record fails
 * @param onInvalidTimestamp what becomes of the query when a row has no time
 */
public record TopologyContext(
    String queryId,
    FunctionRegistry functions,
    Map<String, ?> functionConfig,
    Formats formats,
    Optional<SchemaRegistry> registry,
    ProcessingLog log,
    QueryCounters counters,
    OnError onError,
    OnError onInvalidTimestamp)
    implements FunctionBinder {
  public TopologyContext {
    Objects.requireNonNull(queryId, "queryId");
    Objects.requireNonNull(functions, "functions");
    functionConfig = Map.copyOf(functionConfig);
    Objects.requireNonNull(formats, "formats");
    Objects.requireNonNull(registry, "registry");
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(counters, "counters");
    Objects.requireNonNull(onError, "onError");
    Objects.requireNonNull(onInvalidTimestamp, "onInvalidTimestamp");
  }

  /** What becomes of a query when a record fails. */
  public enum OnError {
    /** The processing log says so, and the query goes on. */
    LOG,
    /** The processing log says so, and the query fails. */
    FAIL
  }

  @Override
  public ScalarCall bind(FunctionSignature signature) {
    if (functions.require(signature) instanceof ScalarFunction function) {
      return function.bind(signature, functionConfig);
    }
    throw new KsqlException(signature.function() + " is not a scalar function.");
  }

  /** A new object that runs a table function, for one thread at a time. */
  TableCall bind(TableFunctionCall call) {
    if (functions.require(call.signature()) instanceof TableFunction function) {
      return function.bind(call.signature(), functionConfig);
    }
    throw new KsqlException(call.signature().function() + " is not a table function.");
  }

  /** A new object that runs an aggregation, for one thread at a time. */
  AggregateCall bind(Aggregation aggregation) {
    if (functions.require(aggregation.signature()) instanceof AggregateFunction function) {
      return function.bind(resolved(aggregation), functionConfig);
    }
    throw new KsqlException(aggregation.signature().function() + " is not an aggregate function.");
  }

  private static ResolvedAggregate resolved(Aggregation aggregation) {
    List<SqlArgument> types = new ArrayList<>();
    aggregation.arguments().forEach(argument -> types.add(SqlArgument.of(argument.type())));
    aggregation.literals().forEach(literal -> types.add(SqlArgument.of(literal.type())));
    List<Object> literals = new ArrayList<>();
    for (Constant literal : aggregation.literals()) {
      literals.add(literal.value());
    }
    return new ResolvedAggregate(
        aggregation.signature(),
        types,
        aggregation.arguments().size(),
        literals,
        aggregation.stateType(),
        aggregation.type(),
        false);
  }
}
