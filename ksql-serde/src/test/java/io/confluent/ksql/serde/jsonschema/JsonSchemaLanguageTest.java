package io.confluent.ksql.serde.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaLanguage.References;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaLanguageTest {
  private static final References NONE =
      reference -> {
        throw new RegistryException(RegistryException.INVALID_SCHEMA, "no " + reference.name());
      };

  private final JsonSchemaLanguage language = new JsonSchemaLanguage();

  /** Reader, writer, and what is in the way; nothing if the reader takes all of the writer's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // types
        "{'type':'integer'} | {'type':'integer'} |",
        "{'type':'number'} | {'type':'integer'} |",
        "{'type':'integer'} | {'type':'number'} | number",
        "{'type':['string','null']} | {'type':'string'} |",
        "{'type':'string'} | {'type':['string','null']} | null",
        "{} | {'type':'string'} |",
        "true | {'type':'string'} |",
        "{'type':'string'} | {} | boolean",
        "{'type':'string'} | false |",
        "false | {'type':'string'} | nothing",
        // bounds and constants
        "{'type':'integer','maximum':9} | {'type':'integer','maximum':5} |",
        "{'type':'integer','maximum':5} | {'type':'integer','maximum':9} | maximum",
        "{'type':'integer','minimum':0} | {'type':'integer'} | minimum",
        "{'type':'string','minLength':1} | {'type':'string','minLength':2} |",
        "{'type':'string','maxLength':1} | {'type':'string','maxLength':2} | maxLength",
        "{'type':'string','pattern':'a'} | {'type':'string','pattern':'b'} | pattern",
        "{'type':'integer','multipleOf':2} | {'type':'integer','multipleOf':4} |",
        "{'type':'integer','multipleOf':4} | {'type':'integer','multipleOf':2} | multipleOf",
        "{'type':'array','uniqueItems':true} | {'type':'array'} | differ",
        "{'enum':['A','B']} | {'enum':['A']} |",
        "{'enum':['A']} | {'enum':['A','B']} | B",
        "{'enum':['A']} | {'type':'string'} | others",
        "{'type':'string'} | {'enum':['A']} |",
        "{'type':'string'} | {'const':1} | integer",
        // members
        "{'properties':{'a':{'type':'string'}}} | {'properties':{'a':{'type':'integer'}}} | #/a",
        "{'type':'object','properties':{'a':{},'b':{}}} | {'type':'object','properties':{'a':{}}} |",
        "{'type':'object','properties':{'b':{'type':'string'}}} | {'type':'object'} | #/b",
        "{'type':'object','properties':{'b':{'type':'string'}}} |"
            + " {'type':'object','additionalProperties':false} |",
        "{'type':'object','properties':{'b':{'type':'string'}}} |"
            + " {'type':'object','additionalProperties':{'type':'string'}} |",
        "{'type':'object'} | {'type':'object','properties':{'b':{'type':'string'}}} |",
        "{'type':'object','additionalProperties':false} |"
            + " {'type':'object','properties':{'b':{}},'additionalProperties':false} | #/b",
        "{'type':'object','additionalProperties':false} | {'type':'object'} | #/*",
        "{'type':'object','required':['a']} | {'type':'object'} | #/a",
        "{'type':'object','required':['a']} | {'type':'object','required':['a','b']} |",
        "{'type':'object','properties':{'a':{'default':1}},'required':['a']} | {'type':'object'} |",
        // items
        "{'type':'array','items':{'type':'number'}} | {'type':'array','items':{'type':'integer'}} |",
        "{'type':'array','items':{'type':'integer'}} | {'type':'array','items':{'type':'number'}} |"
            + " #[]",
        "{'type':'array','items':{'type':'integer'}} | {'type':'array'} | #[]",
        // choices
        "{'oneOf':[{'type':'null'},{'type':'number'}]} | {'type':'integer'} |",
        "{'oneOf':[{'type':'null'},{'type':'number'}]} |"
            + " {'oneOf':[{'type':'null'},{'type':'integer'}]} |",
        "{'type':'integer'} | {'oneOf':[{'type':'null'},{'type':'integer'}]} | null",
        "{'anyOf':[{'type':'string'},{'type':'integer'},{'type':'null'}]} |"
            + " {'oneOf':[{'type':'null'},{'type':'integer'}]} |",
        "{'allOf':[{'minimum':1},{'maximum':5}]} | {'type':'integer','minimum':2,'maximum':3} |",
        "{'allOf':[{'minimum':1},{'maximum':5}]} | {'type':'integer','minimum':2} | maximum",
        "{'type':'integer'} | {'allOf':[{'type':'integer'},{'minimum':2}]} |",
        // references
        "{'$ref':'#/definitions/x','definitions':{'x':{'type':'number'}}} |"
            + " {'$ref':'#/$defs/y','$defs':{'y':{'type':'integer'}}} |",
        "{'properties':{'next':{'$ref':'#'},'v':{'type':'number'}}} |"
            + " {'properties':{'next':{'$ref':'#'},'v':{'type':'integer'}}} |",
        "{'properties':{'next':{'$ref':'#'},'v':{'type':'integer'}}} |"
            + " {'properties':{'next':{'$ref':'#'},'v':{'type':'number'}}} | #/v",
      })
  void tellsWhatAReaderDoesNotTake(String reader, String writer, String conflict) {
    List<String> conflicts = language.conflicts(json(reader), json(writer), NONE);

    if (conflict == null) {
      assertThat(conflicts).isEmpty();
    } else {
      assertThat(conflicts).isNotEmpty().anyMatch(each -> each.contains(conflict.trim()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{} {}",
        "1",
        "'text'",
        "[]",
        "{'type':'text'}",
        "{'type':[]}",
        "{'properties':[]}",
        "{'properties':{'a':1}}",
        "{'oneOf':[]}",
        "{'allOf':{}}",
        "{'items':'x'}",
        "{'required':'x'}",
        "{'required':[1]}",
        "{'enum':'x'}",
        "{'minLength':-1}",
        "{'minLength':1.5}",
        "{'maximum':'x'}",
        "{'pattern':'('}",
        "{'not':3}",
        "{'$ref':1}",
        "{'$ref':'#/definitions/none'}",
        "{'$ref':'none.json'}"
      })
  void refusesWhatIsNoSchema(String text) {
    assertThatThrownBy(() -> language.canonical(json(text), NONE))
        .isInstanceOfSatisfying(
            RegistryException.class,
            e -> assertThat(e.code()).isEqualTo(RegistryException.INVALID_SCHEMA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "{}",
        "{'type':['null','string'],'exclusiveMinimum':true,'x-other':[1]}",
        "{'required':true}",
        "{'items':[{'type':'string'}],'minItems':1.0}",
        "{'properties':{'type':{'type':'string'}}}"
      })
  void takesSchemasOfAllDrafts(String text) {
    assertThat(language.canonical(json(text), NONE).type()).isEqualTo(RegistrySchema.Type.JSON);
  }

  @Test
  void keepsTheOrderOfMembersAndTheTextOfNumbers() {
    assertThat(language.canonical(json("{ 'type' : 'number', 'default': 1.10 }"), NONE).text())
        .isEqualTo("{\"type\":\"number\",\"default\":1.10}");
    assertThat(language.normalized(json("{'type':'number','default':1.10}"), NONE).text())
        .isEqualTo("{\"default\":1.10,\"type\":\"number\"}");
  }

  private static RegistrySchema json(String text) {
    return RegistrySchema.of(RegistrySchema.Type.JSON, text.replace('\'', '"'));
  }
}
