package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.physical.InternalFormats;
import io.confluent.ksql.schema.Column;
import java.util.List;
import java.util.Optional;

/**
 * Decides how keys of a join are written, and which side is written again for it: rows meet only
 * where their keys have the same bytes and their topics the same partitions.
 */
final class JoinKeys {
  private final PlanningContext context;
  private final InternalFormats formats;

  JoinKeys(PlanningContext context) {
    this.context = context;
    this.formats =
        new InternalFormats(
            context.formats(), context.settings().get(PlannerSettings.DEFAULT_KEY_FORMAT));
  }

  /**
   * A side of a join.
   *
   * @param plan its rows, keyed as they are joined
   * @param place how and where its keys are written, if it has the key that it had
   * @param change whether it has another key now
   */
  record Side(LogicalPlan plan, KeyPlace place, Change change) {}

  /** What the join does to the key of a side. */
  enum Change {
    NONE,
    REKEYED
  }

  /**
   * Both sides as they meet.
   *
   * @param left the left side, written again if need be
   * @param right the right side, written again if need be
   * @param place how and where the joined row's keys are written
   */
  record Agreed(LogicalPlan left, LogicalPlan right, KeyPlace place) {}

  Agreed agree(Side left, Side right, Span span) {
    boolean byRight = left.change() == Change.REKEYED && right.change() == Change.NONE;
    List<Column> key = left.plan().schema().key();
    FormatSpec common = formats.key(byRight ? right.place().format() : left.place().format(), key);
    boolean leftMoves = mustMove(left, common);
    boolean rightMoves = mustMove(right, common);
    if (!leftMoves && !rightMoves) {
      checkPartitions(left.place(), right.place(), span);
    }
    Optional<KeyPlace.PartitionedSource> source =
        (leftMoves ? Optional.<KeyPlace.PartitionedSource>empty() : left.place().source())
            .or(() -> rightMoves ? Optional.empty() : right.place().source());
    return new Agreed(
        moved(left, leftMoves, common),
        moved(right, rightMoves, common),
        new KeyPlace(common, KeyPlace.Origin.INTERNAL, source));
  }

  /** A table of which only keys are looked up: others must find the bytes of its keys. */
  Side named(Side side) {
    FormatSpec format = internal(side);
    boolean moves = mustMove(side, format);
    return new Side(
        moved(side, moves, format),
        new KeyPlace(format, KeyPlace.Origin.INTERNAL, side.place().source()),
        side.change());
  }

  /** How keys of a side are written in topics of the query's own. */
  FormatSpec internal(Side side) {
    return formats.key(side.place().format(), side.plan().schema().key());
  }

  private static LogicalPlan moved(Side side, boolean moves, FormatSpec format) {
    return moves ? new LogicalPlan.Repartition(side.plan(), format) : side.plan();
  }

  private boolean mustMove(Side side, FormatSpec format) {
    if (side.change() == Change.REKEYED) {
      return true;
    }
    boolean idsDiffer =
        side.place().origin() == KeyPlace.Origin.TOPIC
            && context
                .formats()
                .abilities(format.name())
                .filter(FormatSupport.Abilities::usesRegistry)
                .isPresent();
    return idsDiffer || !side.place().format().equals(format);
  }

  private static void checkPartitions(KeyPlace left, KeyPlace right, Span span) {
    if (left.source().isEmpty() || right.source().isEmpty()) {
      return;
    }
    KeyPlace.PartitionedSource one = left.source().get();
    KeyPlace.PartitionedSource other = right.source().get();
    if (one.partitions() != other.partitions()) {
      throw Diagnostic.error(
              ErrorCode.JOIN_PARTITIONS,
              span,
              "%s has %d partitions and %s has %d; rows of one key would not meet.",
              one.name(),
              one.partitions(),
              other.name(),
              other.partitions())
          .hint("Write one of them to a topic of as many partitions first.")
          .toException();
    }
  }
}
