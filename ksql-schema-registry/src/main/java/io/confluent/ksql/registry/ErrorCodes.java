package io.confluent.ksql.registry;

import io.confluent.ksql.serde.registry.RegistryException;

/** The error codes of the API that clients know. */
final class ErrorCodes {
  static final int SUBJECT_NOT_FOUND = 40401;
  static final int VERSION_NOT_FOUND = 40402;
  static final int SCHEMA_NOT_FOUND = 40403;
  static final int SUBJECT_DELETED = 40404;
  static final int LEVEL_NOT_SET = 40408;
  static final int MODE_NOT_SET = 40409;
  static final int INVALID_VERSION = 42202;
  static final int INVALID_LEVEL = 42203;
  static final int INVALID_MODE = 42204;
  static final int INVALID_SUBJECT = 42208;
  static final int STORE = 50001;

  private ErrorCodes() {}

  static RegistryException subjectNotFound(String subject) {
    return new RegistryException(SUBJECT_NOT_FOUND, "There is no subject " + subject + ".");
  }

  static RegistryException subjectDeleted(String subject) {
    return new RegistryException(
        SUBJECT_DELETED, "The subject " + subject + " is deleted softly already.");
  }

  static RegistryException versionNotFound(String subject, String version) {
    return new RegistryException(
        VERSION_NOT_FOUND, "The subject " + subject + " has no version " + version + ".");
  }

  static RegistryException schemaNotFound(String what) {
    return new RegistryException(SCHEMA_NOT_FOUND, "There is no schema " + what + ".");
  }

  static RegistryException noSuchResource() {
    return new RegistryException(404, "There is nothing at this path, or not for this method.");
  }
}
