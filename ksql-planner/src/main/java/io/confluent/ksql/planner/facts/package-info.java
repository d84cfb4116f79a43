/** What planning must know of the world outside, collected before it begins. */
package io.confluent.ksql.planner.facts;
