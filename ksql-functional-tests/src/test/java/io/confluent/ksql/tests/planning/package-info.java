/** Properties of planning, held over statements that are made up at random. */
package io.confluent.ksql.tests.planning;
