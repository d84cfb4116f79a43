package io.confluent.ksql.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

class AvroCodecPropertyTest {
  @Property(tries = 500)
  void encodesAsAvroDoesAndReadsItBack(
      @ForAll long whole, @ForAll int small, @ForAll double number, @ForAll float single)
      throws IOException {
    ByteArrayOutputStream theirs = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(theirs, null);
    encoder.writeLong(whole);
    encoder.writeInt(small);
    encoder.writeDouble(number);
    encoder.writeFloat(single);
    AvroOutput out = new AvroOutput();
    out.writeLong(whole);
    out.writeLong(small);
    out.writeDouble(number);
    out.writeFloat(single);

    assertThat(out.toBytes()).isEqualTo(theirs.toByteArray());
    AvroInput in = new AvroInput();
    in.open(out.toBytes(), 0);
    assertThat(in.readLong()).isEqualTo(whole);
    assertThat(in.readInt()).isEqualTo(small);
    assertThat(in.readDouble()).isEqualTo(number);
    assertThat(in.readFloat()).isEqualTo(single);
  }
}
