package io.confluent.ksql.cli.render;

import io.confluent.ksql.rest.wire.FunctionDescribed;
import io.confluent.ksql.rest.wire.FunctionsList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers about functions. */
final class FunctionTexts {
  private static final String LABEL = "%-12s: %s";

  private FunctionTexts() {}

  static void list(FunctionsList list, Page page) {
    Map<String, List<FunctionsList.Function>> byCategory =
        list.functions().stream()
            .collect(
                Collectors.groupingBy(FunctionTexts::category, TreeMap::new, Collectors.toList()));
    Table table = Table.of("Function Name", "Category");
    boolean first = true;
    for (Map.Entry<String, List<FunctionsList.Function>> group : byCategory.entrySet()) {
      if (!first) {
        table.row("", "");
      }
      first = false;
      group.getValue().stream()
          .map(FunctionsList.Function::name)
          .sorted()
          .forEach(name -> table.row(name, group.getKey()));
    }
    page.table(table);
    rejected(list.rejected(), page);
    page.text("For detailed information about a function, run: DESCRIBE FUNCTION <Function Name>;");
  }

  private static void rejected(List<FunctionsList.Rejected> rejected, Page page) {
    if (rejected.isEmpty()) {
      return;
    }
    page.text("Not loaded:");
    Table table = Table.of("Class", "Jar", "Reason");
    rejected.forEach(function -> table.row(function.place(), function.jar(), function.reason()));
    page.table(table);
  }

  private static String category(FunctionsList.Function function) {
    return function.category().isEmpty() ? function.type().name() : function.category();
  }

  static void describe(FunctionDescribed function, Page page) {
    label(page, "Name", function.name());
    labelUnlessEmpty(page, "Author", function.author());
    labelUnlessEmpty(page, "Version", function.version());
    labelUnlessEmpty(page, "Overview", function.description());
    label(page, "Type", function.type());
    label(page, "Jar", function.path());
    function.details().forEach(detail -> label(page, detail.name(), detail.text()));
    label(page, "Variations", "");
    for (FunctionDescribed.Variation variation : function.functions()) {
      describe(function.name(), variation, page);
    }
  }

  private static void describe(String name, FunctionDescribed.Variation variation, Page page) {
    String arguments =
        variation.arguments().stream()
            .map(FunctionTexts::signature)
            .collect(Collectors.joining(", "));
    page.blank();
    indented(page, "Variation", name + "(" + arguments + ")");
    indented(page, "Returns", variation.returnType());
    if (!variation.description().isEmpty()) {
      indented(page, "Description", variation.description());
    }
    for (FunctionDescribed.Argument argument : variation.arguments()) {
      if (!argument.description().isEmpty()) {
        indented(page, argument.name(), argument.description());
      }
    }
  }

  private static String signature(FunctionDescribed.Argument argument) {
    String type = argument.variadic() ? argument.type() + "[]" : argument.type();
    return argument.name().isEmpty() ? type : argument.name() + " " + type;
  }

  private static void label(Page page, String name, Object value) {
    String text = String.format(LABEL, name, value).stripTrailing();
    page.text(text.replace("\n", "\n" + " ".repeat(14)));
  }

  private static void labelUnlessEmpty(Page page, String name, String value) {
    if (!value.isEmpty()) {
      label(page, name, value);
    }
  }

  private static void indented(Page page, String name, String value) {
    String text = String.format(LABEL, name, value);
    page.text("\t" + text.replace("\n", "\n\t" + " ".repeat(14)));
  }
}
