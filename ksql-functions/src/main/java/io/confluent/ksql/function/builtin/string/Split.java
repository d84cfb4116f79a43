package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The SQL function {@code SPLIT}. */
@UdfDescription(
    name = "split",
    category = FunctionCategory.STRING,
    description =
        "The parts of a text, or of bytes, between the occurrences of a delimiter; with an"
            + " empty delimiter its characters, or bytes.")
@UdfExample(sql = "SPLIT('a.b.', '.')", result = "ARRAY['a', 'b', '']")
@UdfExample(sql = "SPLIT('ab', '')", result = "ARRAY['a', 'b']")
public final class Split {
  @Udf(strict = true)
  public List<String> split(String text, String delimiter) {
    List<String> parts = new ArrayList<>();
    if (delimiter.isEmpty() && !text.isEmpty()) {
      text.codePoints().forEach(point -> parts.add(Character.toString(point)));
      return parts;
    }
    int start = 0;
    int end = delimiter.isEmpty() ? -1 : text.indexOf(delimiter);
    while (end >= 0) {
      parts.add(text.substring(start, end));
      start = end + delimiter.length();
      end = text.indexOf(delimiter, start);
    }
    parts.add(text.substring(start));
    return parts;
  }

  @Udf(strict = true)
  public List<ByteBuffer> split(ByteBuffer bytes, ByteBuffer delimiter) {
    byte[] all = Buffers.bytes(bytes);
    byte[] mark = Buffers.bytes(delimiter);
    List<ByteBuffer> parts = new ArrayList<>();
    if (mark.length == 0 && all.length > 0) {
      for (byte one : all) {
        parts.add(ByteBuffer.wrap(new byte[] {one}));
      }
      return parts;
    }
    int start = 0;
    int i = 0;
    while (mark.length > 0 && i <= all.length - mark.length) {
      if (Arrays.equals(all, i, i + mark.length, mark, 0, mark.length)) {
        parts.add(ByteBuffer.wrap(Arrays.copyOfRange(all, start, i)));
        i += mark.length;
        start = i;
      } else {
        i++;
      }
    }
    parts.add(ByteBuffer.wrap(Arrays.copyOfRange(all, start, all.length)));
    return parts;
  }
}
