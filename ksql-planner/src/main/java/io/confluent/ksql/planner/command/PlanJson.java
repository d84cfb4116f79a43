package io.confluent.ksql.planner.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.function.ParameterType;
import io.confluent.ksql.planner.function.TypeText;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/**
 * Commands and plans as JSON, the form in which the command log holds them. Types stand as SQL
 * text, durations as milliseconds, everything else as the records are. A member or a kind that this
 * release does not know is an error, never ignored: half a plan must not run.
 */
public final class PlanJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(types())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();

  private PlanJson() {}

  /** The command as UTF-8 JSON. */
  public static byte[] write(Command command) {
    return write((Object) command);
  }

  /** The plan as UTF-8 JSON. */
  public static byte[] write(PhysicalPlan plan) {
    return write((Object) plan);
  }

  private static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A plan cannot be written as JSON", e);
    }
  }

  /**
   * The command that a JSON text holds.
   *
   * @throws KsqlException if it holds none that this release can read
   */
  public static Command readCommand(byte[] json) {
    return read(json, Command.class);
  }

  /**
   * The plan that a JSON text holds.
   *
   * @throws KsqlException if it holds none that this release can read
   */
  public static PhysicalPlan readPlan(byte[] json) {
    return read(json, PhysicalPlan.class);
  }

  private static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new KsqlException("Not a plan of this release: " + e.getMessage(), e);
    }
  }

  /** The plan as JSON for people, indented. */
  public static String pretty(PhysicalPlan plan) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(plan);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A plan cannot be written as JSON", e);
    }
  }

  private static SimpleModule types() {
    SimpleModule module = new SimpleModule("ksql");
    asText(module, SqlType.class, SqlType::toString, TypeText::parse);
    asText(module, SqlStruct.class, SqlType::toString, text -> (SqlStruct) TypeText.parse(text));
    asText(module, ParameterType.class, ParameterType::toString, ParameterType::parse);
    asText(
        module,
        Duration.class,
        duration -> Long.toString(duration.toMillis()),
        text -> Duration.ofMillis(Long.parseLong(text)));
    module.addSerializer(Constant.class, new ConstantJson.Writer());
    module.addDeserializer(Constant.class, new ConstantJson.Reader());
    return module;
  }

  private static <T> void asText(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(
        type,
        new StdSerializer<T>(type) {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(write.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read.apply(in.readValueAs(String.class));
          }
        });
  }
}
