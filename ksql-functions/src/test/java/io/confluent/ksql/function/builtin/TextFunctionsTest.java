package io.confluent.ksql.function.builtin;

import static io.confluent.ksql.function.builtin.Functions.NULL_BYTES;
import static io.confluent.ksql.function.builtin.Functions.NULL_INT;
import static io.confluent.ksql.function.builtin.Functions.NULL_TEXT;
import static io.confluent.ksql.function.builtin.Functions.bytes;
import static io.confluent.ksql.function.builtin.Functions.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.function.KsqlFunctionException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TextFunctionsTest {
  static Stream<Case> cases() {
    return Stream.of(
        Case.of("CONCAT", "ab", "a", NULL_TEXT, "b"),
        Case.of("CONCAT", "", NULL_TEXT),
        Case.of("CONCAT", bytes("ab"), bytes("a"), NULL_BYTES, bytes("b")),
        Case.of("CONCAT_WS", "a, b", ", ", "a", NULL_TEXT, "b"),
        Case.of("CONCAT_WS", ",b", ",", "", "b"),
        Case.of("CONCAT_WS", null, NULL_TEXT, "b"),
        Case.of("CONCAT_WS", "", ",", NULL_TEXT),
        Case.of("CONCAT_WS", bytes("-b"), bytes("-"), bytes(""), bytes("b")),
        Case.of("LCASE", "äb", "ÄB"),
        Case.of("UCASE", "ÄB", "äb"),
        Case.of("UCASE", null, NULL_TEXT),
        Case.of("TRIM", "a b", " \t a b\n"),
        Case.of("INITCAP", "The   Quick Br0wn", "  the   QUICK br0wn"),
        Case.of("INITCAP", "", ""),
        Case.of("LEN", 2, "😀"),
        Case.of("LEN", 4, bytes("😀")),
        Case.of("LEN", null, NULL_TEXT),
        Case.of("SUBSTRING", "stre", "stream", 1, 4),
        Case.of("SUBSTRING", "str", "stream", 0, 3),
        Case.of("SUBSTRING", "eam", "stream", -3),
        Case.of("SUBSTRING", "stream", "stream", -30),
        Case.of("SUBSTRING", "", "stream", 7),
        Case.of("SUBSTRING", "", "stream", 2, -1),
        Case.of("SUBSTRING", "tream", "stream", 2, Integer.MAX_VALUE),
        Case.of("SUBSTRING", null, "stream", NULL_INT),
        Case.of("SUBSTRING", bytes("re"), bytes("stream"), 3, 2),
        Case.of("SUBSTRING", bytes("m"), bytes("stream"), -1),
        Case.of("INSTR", 2, "CORPORATE FLOOR", "OR", -3, 2),
        Case.of("INSTR", 14, "CORPORATE FLOOR", "OR", 3, 2),
        Case.of("INSTR", 2, "aaaa", "aaa", 1, 2),
        Case.of("INSTR", 0, "abc", "z"),
        Case.of("INSTR", 0, "abc", "a", 4),
        Case.of("INSTR", 0, "abc", "a", -4),
        Case.of("INSTR", 0, "abc", "a", Integer.MIN_VALUE),
        Case.of("INSTR", 0, NULL_TEXT, "a"),
        Case.of("INSTR", 0, "abc", "a", 1, 2),
        Case.of("REPLACE", "a--b", "a..b", ".", "-"),
        Case.of("REPLACE", null, "a", "b", NULL_TEXT),
        Case.of("SPLIT", List.of("a", "", "b", ""), "a..b.", "."),
        Case.of("SPLIT", List.of(""), "", "."),
        Case.of("SPLIT", List.of(""), "", ""),
        Case.of("SPLIT", List.of("a", "😀"), "a😀", ""),
        Case.of("SPLIT", null, "a", NULL_TEXT),
        Case.of("SPLIT", List.of(bytes("a"), bytes("b"), bytes("")), bytes("a--b--"), bytes("--")),
        Case.of("SPLIT", List.of(bytes("a"), bytes("b")), bytes("ab"), bytes("")),
        Case.of("LPAD", "BarBFoo", "Foo", 7, "Bar"),
        Case.of("LPAD", "Fo", "Foo", 2, "Bar"),
        Case.of("LPAD", "", "Foo", 0, "Bar"),
        Case.of("LPAD", null, "Foo", 7, ""),
        Case.of("LPAD", null, "Foo", -1, "Bar"),
        Case.of("RPAD", "FooBarB", "Foo", 7, "Bar"),
        Case.of("RPAD", bytes("yesnono"), bytes("yes"), 7, bytes("no")),
        Case.of("LPAD", bytes("nonyes"), bytes("yes"), 6, bytes("no")),
        Case.of("RPAD", bytes("ye"), bytes("yes"), 2, bytes("no")),
        Case.of("CHR", "K", 75),
        Case.of("CHR", "😀", 0x1F600),
        Case.of("CHR", null, -1),
        Case.of("CHR", null, 0x110000),
        Case.of("CHR", "😀", "\\ud83d\\ude00"),
        Case.of("CHR", null, "004b"),
        Case.of("CHR", null, "\\u00zz"),
        Case.of("ELT", "b", 2, "a", "b"),
        Case.of("ELT", null, 3, "a", "b"),
        Case.of("ELT", null, 0, "a"),
        Case.of("FIELD", 2, "b", "a", "b"),
        Case.of("FIELD", 0, NULL_TEXT, "a", NULL_TEXT),
        Case.of("FIELD", 0, "z", "a"),
        Case.of("MASK", "Xx-Xxxx--nnn", "My Test $123"),
        Case.of("MASK", "AbcdTest", "AbcdTest", NULL_TEXT, NULL_TEXT, "n", "-"),
        Case.of("MASK", "*y*#", "Xy 1", "*", NULL_TEXT, "#", "*"),
        Case.of("MASK", null, NULL_TEXT),
        Case.of("MASK_LEFT", "Xx-Xest $123", "My Test $123", 4),
        Case.of("MASK_LEFT", "Xx", "My", 99),
        Case.of("MASK_RIGHT", "My Test -nnn", "My Test $123", 4),
        Case.of("MASK_RIGHT", "Xx", "My", 99),
        Case.of("MASK_KEEP_LEFT", "My Txxx--nnn", "My Test $123", 4),
        Case.of("MASK_KEEP_LEFT", "My", "My", 99),
        Case.of("MASK_KEEP_RIGHT", "Xx-Xxxx-$123", "My Test $123", 4),
        Case.of("MASK_KEEP_RIGHT", "xx", "My", 0, "x", "x", "x", "x"),
        Case.of("MD5", "d41d8cd98f00b204e9800998ecf8427e", ""),
        Case.of("UUID", null, bytes("short")),
        Case.of("UUID", "30313233-3435-3637-3839-616263646566", bytes("0123456789abcdef")),
        Case.of("ENCODE", "Example!", "4578616d706C6521", "hex", "ascii"),
        Case.of("ENCODE", "Ελλάδα", "ce95cebbcebbceacceb4ceb1", "HEX", "utf8"),
        Case.of("ENCODE", "\uFFFD\uFFFDx", "c39c78", "hex", "ascii"),
        Case.of("ENCODE", "\u0005x", "0x578", "hex", "ascii"),
        Case.of("ENCODE", "x", "X'78'", "hex", "ascii"),
        Case.of("ENCODE", "", "x''", "hex", "utf8"),
        Case.of("ENCODE", "w5w=", "Ü", "utf8", "base64"),
        Case.of("ENCODE", "c39c", "w5w=", "base64", "hex"),
        Case.of("ENCODE", "3f", "Ü", "ascii", "hex"),
        Case.of("ENCODE", null, "Ü", "utf8", NULL_TEXT),
        Case.of("TO_BYTES", bytes("Az"), "417a", "hex"),
        Case.of("FROM_BYTES", "417A", bytes("Az"), "hex"),
        Case.of("FROM_BYTES", "Az", bytes("Az"), "utf8"),
        Case.of("INT_FROM_BYTES", 2021, ByteBuffer.wrap(new byte[] {0, 0, 7, -27})),
        Case.of(
            "INT_FROM_BYTES", 2021, ByteBuffer.wrap(new byte[] {-27, 7, 0, 0}), "little_endian"),
        Case.of("BIGINT_FROM_BYTES", 1L, ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 0, 0, 0, 1})),
        Case.of("DOUBLE_FROM_BYTES", 1.0, ByteBuffer.wrap(new byte[] {63, -16, 0, 0, 0, 0, 0, 0})),
        Case.of("REGEXP_REPLACE", "a#b#", "a1b22", "[0-9]+", "#"),
        Case.of("REGEXP_REPLACE", "ba", "ab", "(a)(b)", "$2$1"),
        Case.of("REGEXP_EXTRACT", "there", "(.*) (.*)", "hello there", 2),
        Case.of("REGEXP_EXTRACT", null, "(.*) (.*)", "hello there", 3),
        Case.of("REGEXP_EXTRACT", null, "z", "abc"),
        Case.of("REGEXP_EXTRACT_ALL", List.of("1", "2"), "[0-9]", "a1b2"),
        Case.of("REGEXP_EXTRACT_ALL", List.of(), "z", "a1b2"),
        Case.of("REGEXP_EXTRACT_ALL", null, "z", "a1b2", 1),
        Case.of("REGEXP_SPLIT_TO_ARRAY", List.of("a", "", "a"), "aabcda", "(ab|cd)"),
        Case.of("REGEXP_SPLIT_TO_ARRAY", List.of("", "b", ""), "aba", "a"),
        Case.of("REGEXP_SPLIT_TO_ARRAY", List.of("a", "b"), "ab", ""),
        Case.of("URL_ENCODE_PARAM", "%3Ffoo+%24b%C3%A4r", "?foo $bär"),
        Case.of("URL_DECODE_PARAM", "?foo $bär", "%3Ffoo+%24b%C3%A4r"),
        Case.of("URL_EXTRACT_FRAGMENT", "top", "http://h/?q#top"),
        Case.of("URL_EXTRACT_FRAGMENT", null, "http://h/"),
        Case.of("URL_EXTRACT_HOST", "h.x", "http://u@h.x:80/"),
        Case.of("URL_EXTRACT_PATH", "", "http://h?q"),
        Case.of("URL_EXTRACT_PATH", "/a b", "http://h/a%20b"),
        Case.of("URL_EXTRACT_PROTOCOL", null, "www.h.x"),
        Case.of("URL_EXTRACT_QUERY", "a=1&b", "http://h/?a=1&b"),
        Case.of("URL_EXTRACT_PORT", null, "http://h/"),
        Case.of("URL_EXTRACT_PORT", 8080, "http://h:8080/"),
        Case.of("URL_EXTRACT_PARAMETER", "1", "http://h/?a=1&a=2", "a"),
        Case.of("URL_EXTRACT_PARAMETER", "", "http://h/?a=1&b", "b"),
        Case.of("URL_EXTRACT_PARAMETER", null, "http://h/?a=1", "b"),
        Case.of("URL_EXTRACT_PARAMETER", null, "http://h/", "b"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives(Case test) {
    test.check();
  }

  static Stream<Case> failures() {
    return Stream.of(
        Case.of("CONCAT_WS", "separator", ","),
        Case.of("ELT", "NULL", NULL_INT, "a"),
        Case.of("LPAD", "beyond", "a", Integer.MAX_VALUE, "b"),
        Case.of("RPAD", "beyond", bytes("a"), Integer.MAX_VALUE, bytes("b")),
        Case.of("MASK", "one character", "a", "XX", "x", "n", "-"),
        Case.of("MASK_LEFT", "negative", "a", -1),
        Case.of("ENCODE", "hexadecimal", "0x0x", "hex", "utf8"),
        Case.of("ENCODE", "hexadecimal", "abc", "hex", "utf8"),
        Case.of("ENCODE", "hexadecimal", "X'", "hex", "utf8"),
        Case.of("ENCODE", "already", "a", "utf8", "UTF8"),
        Case.of("ENCODE", "latin1", "a", "latin1", "utf8"),
        Case.of("TO_BYTES", "Base64", "*", "base64"),
        Case.of("INT_FROM_BYTES", "4 bytes", bytes("abc")),
        Case.of("INT_FROM_BYTES", "MIDDLE", bytes("abcd"), "MIDDLE"),
        Case.of("REGEXP_REPLACE", "regular expression", "a", "(", "b"),
        Case.of("URL_EXTRACT_HOST", "no URL", "http://[bad"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void refuses(Case test) {
    assertThatThrownBy(() -> call(test.function(), test.arguments()))
        .isInstanceOf(KsqlFunctionException.class)
        .hasMessageContaining((String) test.expected());
  }

  @Test
  void leavesTheBytesOfItsArgumentsUnread() {
    ByteBuffer bytes = bytes("abcdef");
    call("CONCAT", bytes, bytes);
    call("SUBSTRING", bytes, 2);
    call("FROM_BYTES", bytes, "utf8");
    call("LPAD", bytes, 9, bytes);
    assertThat(bytes.remaining()).isEqualTo(6);
  }

  @Test
  void makesDifferentUuids() {
    assertThat((String) call("UUID")).hasSize(36).isNotEqualTo(call("UUID"));
  }
}
