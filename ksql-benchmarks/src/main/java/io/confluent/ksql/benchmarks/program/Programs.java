package io.confluent.ksql.benchmarks.program;

import java.util.Map;
import java.util.Optional;

/** The hand-written programs by name. */
public final class Programs {
  private static final Map<String, HandWritten> ALL =
      Map.ofEntries(
          Map.entry("copy-delimited", CopyPrograms::delimited),
          Map.entry("copy-json", CopyPrograms::json),
          Map.entry("copy-avro", CopyPrograms::avro),
          Map.entry("filter-json", FilterProgram::ofJson),
          Map.entry("filter-delimited", FilterProgram::ofDelimited),
          Map.entry("wide-rows", WideProgram::rows),
          Map.entry("wide-chosen", WideProgram::chosen),
          Map.entry("anomaly-kernel", AnomalyPrograms::kernel),
          Map.entry("anomaly-scores", AnomalyPrograms::scores),
          Map.entry("anomaly-genmodel", AnomalyPrograms::genmodel),
          Map.entry("count-windows", CountProgram::windowed),
          Map.entry("count", CountProgram::plain),
          Map.entry("stream-table", JoinPrograms::streamTable),
          Map.entry("stream-stream", JoinPrograms::streamStream),
          Map.entry("table-table", JoinPrograms::tableTable));

  private Programs() {}

  /** The program of a name, if there is one. */
  public static Optional<HandWritten> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }
}
