/** The rules of structure that compiler and Maven cannot hold: modules, packages, signatures. */
package io.confluent.ksql.tests.architecture;
