/** The engine as its users see it: statements in, outcomes out. */
package io.confluent.ksql.engine;
