package io.confluent.ksql.engine.query;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds what the stores of all queries take together outside of the heap. Left alone, each store
 * takes up to 98 MB, and a windowed one that for every segment.
 */
public final class SharedRocksDbMemory implements RocksDBConfigSetter {
  private static final long TOTAL_BYTES = 64L << 20;
  private static final long WRITE_BUFFER_BYTES = 32L << 20;
  private static final long WRITE_BUFFER_BYTES_A_STORE = 4L << 20;

  /** Made when the first store is opened, and never closed: some store may always be open. */
  private static final class Shared {
    static {
      RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(TOTAL_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS =
        new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(Shared.WRITE_BUFFERS);
    options.setWriteBufferSize(WRITE_BUFFER_BYTES_A_STORE);
  }

  @Override
  public void close(String storeName, Options options) {
    // What is shared outlives every store.
  }
}
