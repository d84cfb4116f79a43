/** Tests of everything together. */
package io.confluent.ksql.tests;
