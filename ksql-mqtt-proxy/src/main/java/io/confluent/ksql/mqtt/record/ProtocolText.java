package io.confluent.ksql.mqtt.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Texts as the protocol has them (MQTT 5, 1.5.4): UTF-8 without surrogates and without U+0000, no
 * longer than two bytes can count.
 */
public final class ProtocolText {
  /** How many bytes a text or other data in a packet may have. */
  public static final int MAX_BYTES = 0xFFFF;

  private ProtocolText() {}

  /** Whether a packet can hold a text. */
  public static boolean isOne(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
        bytes += 4;
      } else {
        bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    return bytes <= MAX_BYTES;
  }

  /** The text that bytes are; none if a packet cannot hold it. */
  public static Optional<String> of(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text).filter(ProtocolText::isOne);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
