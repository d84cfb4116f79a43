package io.confluent.ksql.mqtt.record;

/** Topic filters of subscriptions and access rules, by the rules of the protocol. */
public final class TopicFilter {
  private static final int MAX_LEVELS = 128;

  private TopicFilter() {}

  /** Whether a publication may have this topic. */
  public static boolean isTopic(String topic) {
    return !topic.isEmpty()
        && topic.indexOf('#') < 0
        && topic.indexOf('+') < 0
        && isShallow(topic)
        && ProtocolText.isOne(topic);
  }

  /** Whether a filter is one. */
  public static boolean isFilter(String filter) {
    if (filter.isEmpty() || !isShallow(filter) || !ProtocolText.isOne(filter)) {
      return false;
    }
    for (int i = 0; i < filter.length(); i++) {
      char c = filter.charAt(i);
      if (c != '#' && c != '+') {
        continue;
      }
      boolean startsLevel = i == 0 || filter.charAt(i - 1) == '/';
      boolean endsLevel = i == filter.length() - 1 || c == '+' && filter.charAt(i + 1) == '/';
      if (!startsLevel || !endsLevel) {
        return false;
      }
    }
    return true;
  }

  private static boolean isShallow(String topic) {
    int levels = 1;
    for (int i = topic.indexOf('/'); i >= 0; i = topic.indexOf('/', i + 1)) {
      levels++;
    }
    return levels <= MAX_LEVELS;
  }

  /** Whether a filter names more than one topic. */
  public static boolean isWild(String filter) {
    return filter.indexOf('#') >= 0 || filter.indexOf('+') >= 0;
  }

  /** Whether a topic fits a filter. Topics that begin with $ fit only filters that do. */
  public static boolean matches(String filter, String topic) {
    int f = 0;
    int t = 0;
    if (topic.startsWith("$") && isWild(filter) && !filter.startsWith("$")) {
      return false;
    }
    while (true) {
      int fEnd = end(filter, f);
      String level = filter.substring(f, fEnd);
      if (level.equals("#")) {
        return true;
      }
      int tEnd = end(topic, t);
      boolean same = level.equals("+") || level.length() == tEnd - t && topic.startsWith(level, t);
      if (!same) {
        return false;
      }
      boolean filterEnds = fEnd == filter.length();
      boolean topicEnds = tEnd == topic.length();
      if (topicEnds) {
        // "a/#" is also "a".
        return filterEnds || filter.substring(fEnd).equals("/#");
      }
      if (filterEnds) {
        return false;
      }
      f = fEnd + 1;
      t = tEnd + 1;
    }
  }

  /** Whether every topic that fits an asked filter fits this one too. */
  public static boolean covers(String filter, String asked) {
    String[] mine = filter.split("/", -1);
    String[] other = asked.split("/", -1);
    if (asked.startsWith("$") && isWild(mine[0])) {
      return false;
    }
    for (int i = 0; i < mine.length; i++) {
      if (mine[i].equals("#")) {
        return true;
      }
      if (i == other.length || other[i].equals("#")) {
        return false;
      }
      if (!mine[i].equals("+") && !mine[i].equals(other[i])) {
        return false;
      }
    }
    return mine.length == other.length;
  }

  private static int end(String text, int from) {
    int slash = text.indexOf('/', from);
    return slash < 0 ? text.length() : slash;
  }
}
