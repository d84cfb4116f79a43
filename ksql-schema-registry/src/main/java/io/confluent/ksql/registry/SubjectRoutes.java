package io.confluent.ksql.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.confluent.ksql.serde.registry.Deletion;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaJson;
import java.util.List;
import java.util.OptionalInt;

/** What stands below {@code /subjects}. */
final class SubjectRoutes {
  private final InMemorySchemaRegistry registry;
  private final VersionFinder versions;

  SubjectRoutes(InMemorySchemaRegistry registry, VersionFinder versions) {
    this.registry = registry;
    this.versions = versions;
  }

  ApiAnswer answer(ApiRequest request) {
    if (request.is("GET", 0)) {
      return list(request);
    }
    if (request.path().isEmpty()) {
      throw ErrorCodes.noSuchResource();
    }
    String subject = request.path().get(0);
    if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
      throw new RegistryException(
          ErrorCodes.INVALID_SUBJECT, "A subject has a name without control characters.");
    }
    if (request.is("POST", 1)) {
      return lookup(subject, request);
    }
    if (request.is("DELETE", 1)) {
      return delete(subject, request);
    }
    if (request.path().size() >= 2 && request.path().get(1).equals("versions")) {
      return versions(subject, request.below(2));
    }
    throw ErrorCodes.noSuchResource();
  }

  private ApiAnswer list(ApiRequest request) {
    String prefix = request.query().getOrDefault("subjectPrefix", "");
    ArrayNode names = SchemaJson.array();
    List<String> live = registry.subjects();
    List<String> all =
        request.flag("deleted") || request.flag("deletedOnly")
            ? registry.subjectsWithDeleted()
            : live;
    all.stream()
        .filter(name -> !request.flag("deletedOnly") || !live.contains(name))
        .filter(name -> name.startsWith(prefix))
        .forEach(names::add);
    return ApiAnswer.of(names);
  }

  private ApiAnswer lookup(String subject, ApiRequest request) {
    boolean deleted = request.flag("deleted");
    List<Integer> known =
        deleted ? registry.versionsWithDeleted(subject) : registry.versions(subject);
    if (known.isEmpty()) {
      throw ErrorCodes.subjectNotFound(subject);
    }
    RegistrySchema schema = schema(request);
    return (deleted ? registry.lookupOrDeleted(subject, schema) : registry.lookup(subject, schema))
        .map(SubjectRoutes::described)
        .orElseThrow(() -> ErrorCodes.schemaNotFound("like this under the subject " + subject));
  }

  private RegistrySchema schema(ApiRequest request) {
    RegistrySchema schema = request.schema();
    return request.flag("normalize") ? registry.normalized(schema) : schema;
  }

  private ApiAnswer delete(String subject, ApiRequest request) {
    boolean permanent = request.flag("permanent");
    List<Integer> numbers =
        permanent ? registry.versionsWithDeleted(subject) : registry.versions(subject);
    if (numbers.isEmpty()) {
      throw registry.versionsWithDeleted(subject).isEmpty()
          ? ErrorCodes.subjectNotFound(subject)
          : ErrorCodes.subjectDeleted(subject);
    }
    registry.delete(subject, numbers, deletion(request));
    return ApiAnswer.of(array(numbers));
  }

  private ApiAnswer versions(String subject, ApiRequest request) {
    if (request.is("GET", 0)) {
      List<Integer> numbers =
          request.flag("deleted")
              ? registry.versionsWithDeleted(subject)
              : registry.versions(subject);
      if (numbers.isEmpty()) {
        throw ErrorCodes.subjectNotFound(subject);
      }
      return ApiAnswer.of(array(numbers));
    }
    if (request.is("POST", 0)) {
      return ApiAnswer.of(SchemaJson.object().put("id", register(subject, request)));
    }
    if (request.is("GET", 1)) {
      return described(find(subject, request));
    }
    if (request.is("GET", 2) && request.path().get(1).equals("schema")) {
      return ApiAnswer.text(find(subject, request).schema().text());
    }
    if (request.is("GET", 2) && request.path().get(1).equals("referencedby")) {
      return ApiAnswer.of(array(registry.referringTo(find(subject, request))));
    }
    if (request.is("DELETE", 1)) {
      String number = request.path().get(0);
      RegisteredSchema version =
          VersionFinder.isLatest(number) && !request.flag("permanent")
              ? versions.find(subject, number)
              : versions.findOrDeleted(subject, number);
      registry.delete(subject, List.of(version.version()), deletion(request));
      return ApiAnswer.of(IntNode.valueOf(version.version()));
    }
    throw ErrorCodes.noSuchResource();
  }

  private int register(String subject, ApiRequest request) {
    RegistrySchema schema = schema(request);
    OptionalInt id = request.number("id");
    return id.isPresent()
        ? registry.takeOver(subject, schema, id.getAsInt(), request.number("version"))
        : registry.register(subject, schema);
  }

  private RegisteredSchema find(String subject, ApiRequest request) {
    String version = request.path().get(0);
    return request.flag("deleted")
        ? versions.findOrDeleted(subject, version)
        : versions.find(subject, version);
  }

  private static Deletion deletion(ApiRequest request) {
    return request.flag("permanent") ? Deletion.PERMANENT : Deletion.SOFT;
  }

  private static ApiAnswer described(RegisteredSchema version) {
    return ApiAnswer.of(SchemaJson.put(SchemaJson.object(), version));
  }

  private static ArrayNode array(List<Integer> numbers) {
    ArrayNode array = SchemaJson.array();
    numbers.forEach(array::add);
    return array;
  }
}
