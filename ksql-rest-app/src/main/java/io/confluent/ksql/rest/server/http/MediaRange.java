package io.confluent.ksql.rest.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of an Accept header.
 *
 * @param type a content type, or one with {@code *} for what may be anything
 * @param quality how welcome it is, from 0, not at all, to 1
 */
record MediaRange(String type, double quality) {
  /** The entries of a header. */
  static List<MediaRange> parse(String accept) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String entry : accept.split(",")) {
      String[] parts = entry.split(";");
      String type = parts[0].trim().toLowerCase(Locale.ROOT);
      if (!type.isEmpty()) {
        ranges.add(new MediaRange(type, quality(parts)));
      }
    }
    return ranges;
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].trim().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        try {
          return Double.parseDouble(parameter.substring(2));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }

  /**
   * The content type to answer in.
   *
   * @param accept the header; null or blank if there is none
   * @param offered what there is, the default first
   * @return empty if none of them is welcome
   */
  static Optional<String> choose(String accept, List<String> offered) {
    if (accept == null || accept.isBlank()) {
      return Optional.of(offered.get(0));
    }
    List<MediaRange> ranges = parse(accept);
    String best = null;
    double bestQuality = 0;
    for (String type : offered) {
      double quality = qualityOf(type, ranges);
      if (quality > bestQuality) {
        best = type;
        bestQuality = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The quality that the most exact of the matching entries gives. */
  private static double qualityOf(String type, List<MediaRange> ranges) {
    double quality = 0;
    int exactness = 0;
    for (MediaRange range : ranges) {
      int match = range.exactnessFor(type);
      if (match > exactness) {
        exactness = match;
        quality = range.quality;
      }
    }
    return quality;
  }

  private int exactnessFor(String offered) {
    if (type.equals(offered)) {
      return 3;
    }
    if (type.endsWith("/*") && offered.startsWith(type.substring(0, type.length() - 1))) {
      return 2;
    }
    return type.equals("*/*") || type.equals("*") ? 1 : 0;
  }
}
