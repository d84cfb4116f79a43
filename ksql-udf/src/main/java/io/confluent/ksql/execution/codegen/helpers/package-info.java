/** The function type of a lambda of three arguments; the package is part of the published API. */
package io.confluent.ksql.execution.codegen.helpers;
