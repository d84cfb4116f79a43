package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.tools.datagen.generate.RowSource;
import io.confluent.ksql.tools.produce.Pace;
import io.confluent.ksql.tools.produce.RecordSink;
import io.confluent.ksql.tools.produce.StopSignal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends rows until there are enough of them, or until stopped. Rows are made one at a time; the
 * threads encode and send them, so that with several the order may differ.
 */
final class Generation {
  private final RowSource rows;
  private final RowFormats formats;
  private final RecordSink sink;
  private final Pace pace;
  private final StopSignal stop;
  private final RowListener listener;
  private final IntegerWarning warning;
  private long left;

  /** Told about rows. */
  interface RowListener {
    /** A row is safe; called by a thread of the sink. */
    void delivered(Object key, Object[] row, long timestamp);

    /** There is something that the user should know. */
    void warn(String sentence);

    /** Whether nobody reads what it says any more. */
    boolean isGone();
  }

  Generation(
      RowSource rows,
      long iterations,
      RowFormats formats,
      RecordSink sink,
      Pace pace,
      StopSignal stop,
      RowListener listener) {
    this.rows = rows;
    this.left = iterations;
    this.formats = formats;
    this.sink = sink;
    this.pace = pace;
    this.stop = stop;
    this.listener = listener;
    warning = new IntegerWarning(formats.keyColumn());
  }

  /** Prints rows and warnings to streams. */
  record Printer(boolean rows, PrintStream out, PrintStream err) implements RowListener {
    @Override
    public void delivered(Object key, Object[] row, long timestamp) {
      if (rows) {
        out.println(RowText.of(key, row, timestamp));
      }
    }

    @Override
    public void warn(String sentence) {
      err.println("ksql-datagen: " + sentence);
    }

    @Override
    public boolean isGone() {
      return rows && out.checkError();
    }
  }

  /**
   * Returns when all rows are delivered.
   *
   * @throws RuntimeException the first failure of any thread
   */
  void run(int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(executor.submit(this::sendRows));
    }
    executor.shutdown();
    try {
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stop.stop();
    }
    sink.flush();
  }

  private void sendRows() {
    try {
      RowFormats.RowToRecord records = formats.encoder();
      for (Object[] row = nextRow(); row != null; row = nextRow()) {
        Object[] sent = row;
        sink.send(
            records.of(row), timestamp -> listener.delivered(formats.key(sent), sent, timestamp));
      }
    } catch (RuntimeException e) {
      stop.stop();
      throw e;
    }
  }

  /** The next row when it is due; null if there is to be none. */
  private synchronized Object[] nextRow() {
    if (left == 0 || stop.isStopped() || listener.isGone()) {
      return null;
    }
    pace.await();
    if (stop.isStopped()) {
      return null;
    }
    left--;
    Object[] row = rows.next();
    warning.of(formats.key(row)).ifPresent(listener::warn);
    return row;
  }
}
