/** From a statement to a plan: pure, so the same inputs always give the same plan. */
package io.confluent.ksql.planner;
