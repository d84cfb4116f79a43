/** The functions that the public test cases of the language call, for whoever runs those cases. */
package io.confluent.ksql.function.conformance;
