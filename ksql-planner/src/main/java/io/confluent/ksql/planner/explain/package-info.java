/** Plans and expressions as text for people. */
package io.confluent.ksql.planner.explain;
