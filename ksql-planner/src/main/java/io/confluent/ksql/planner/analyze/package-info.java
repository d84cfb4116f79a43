/** From syntax to meaning: names become columns, types are found, conversions made explicit. */
package io.confluent.ksql.planner.analyze;
