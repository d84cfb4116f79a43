package io.confluent.ksql.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTextTest {
  @Test
  void countsThePlacesOfATerminal() {
    assertThat(DisplayText.width("abc")).isEqualTo(3);
    assertThat(DisplayText.width("温度")).isEqualTo(4);
    assertThat(DisplayText.width("e\u0301")).isEqualTo(1);
    assertThat(DisplayText.width("🚗")).isEqualTo(2);
  }

  @Test
  void padsByPlaces() {
    assertThat(DisplayText.padded("温", 4)).isEqualTo("温  ");
    assertThat(DisplayText.padded("long", 2)).isEqualTo("long");
  }

  @Test
  void cutsAnywhereButInsideACharacter() {
    assertThat(DisplayText.cut("abcdef", 4)).containsExactly("abcd", "ef");
    assertThat(DisplayText.cut("温度温", 3)).containsExactly("温", "度", "温");
    assertThat(DisplayText.cut("🚗🚗", 2)).containsExactly("🚗", "🚗");
    assertThat(DisplayText.cut("a\nb", 4)).containsExactly("a", "b");
    assertThat(DisplayText.cut("", 4)).containsExactly("");
  }

  @Test
  void cutsEvenWhatCannotFit() {
    assertThat(DisplayText.cut("温度", 1)).containsExactly("温", "度");
  }

  @Test
  void wrapsAtBlanksIfThereAreAny() {
    assertThat(DisplayText.wrapped("one two three", 8)).containsExactly("one two", "three");
    assertThat(DisplayText.wrapped("one two", 3)).containsExactly("one", "two");
    assertThat(DisplayText.wrapped("abcdefgh ij", 4)).containsExactly("abcd", "efgh", "ij");
  }

  @Test
  void clipsWithDots() {
    assertThat(DisplayText.clipped("abcdef", 6)).isEqualTo("abcdef");
    assertThat(DisplayText.clipped("abcdefg", 6)).isEqualTo("abc...");
  }

  @Test
  void spellsOutWhatWouldSteerATerminal() {
    assertThat(DisplayText.harmless("a\u001b[31mb\u0007\r\n\tc"))
        .isEqualTo("a\\u001B[31mb\\u0007\n\tc");
    assertThat(DisplayText.harmless("plain é 温")).isEqualTo("plain é 温");
  }
}
