/** Runs SQL test files: statements, INSERT and ASSERT, on the real path without a broker. */
package io.confluent.ksql.tools.test;
