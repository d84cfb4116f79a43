/** The plan as it will run: steps with ids, formats, topics and names; nothing left to decide. */
package io.confluent.ksql.planner.physical;
