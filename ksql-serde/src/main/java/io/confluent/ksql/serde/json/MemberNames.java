package io.confluent.ksql.serde.json;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which field of a row or a struct a member of an object is: the one of exactly its name, else the
 * one that is its name in upper case. For one thread.
 */
final class MemberNames {
  private static final int UNKNOWN = -1;

  /** More names than this come only from data that makes up new ones all the time. */
  private static final int MAX_CACHED = 1000;

  private final List<String> names;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, Integer> positionOfMember = new HashMap<>();

  /** Fields of these names. */
  MemberNames(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      positions.put(names.get(i), i);
    }
  }

  /** The name of a field. */
  String at(int position) {
    return names.get(position);
  }

  /** The field of a member, negative if there is none. */
  int positionOf(String member) {
    Integer cached = positionOfMember.get(member);
    if (cached != null) {
      return cached;
    }
    Integer position = positions.get(member);
    if (position == null) {
      position = positions.getOrDefault(member.toUpperCase(Locale.ROOT), UNKNOWN);
    }
    if (positionOfMember.size() < MAX_CACHED) {
      positionOfMember.put(member, position);
    }
    return position;
  }
}
