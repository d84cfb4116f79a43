package io.confluent.ksql.planner.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the page that lists functions, from their annotations. */
public final class FunctionDocs {
  private FunctionDocs() {}

  /** The functions as Markdown: by category, then by name, with their overloads and examples. */
  public static String markdown(Collection<SqlFunction> functions) {
    Map<String, List<SqlFunction>> categories = new TreeMap<>();
    for (SqlFunction function : functions) {
      categories
          .computeIfAbsent(function.about().category(), category -> new ArrayList<>())
          .add(function);
    }
    StringBuilder page = new StringBuilder("# Functions\n");
    categories.forEach(
        (category, members) -> {
          page.append("\n## ").append(category).append('\n');
          members.forEach(function -> append(page, function));
        });
    return page.toString();
  }

  private static void append(StringBuilder page, SqlFunction function) {
    String name = function.name().toUpperCase(Locale.ROOT);
    page.append("\n### ").append(name).append("\n\n");
    page.append(function.about().description()).append("\n\n```sql\n");
    for (Overload overload : function.overloads()) {
      page.append(overload.callText(name)).append(" -> ").append(overload.returns()).append('\n');
    }
    page.append("```\n");
    for (FunctionDescription.Example example : function.about().examples()) {
      page.append("\n`").append(example.sql()).append("` gives `");
      page.append(example.result()).append("`\n");
    }
  }
}
