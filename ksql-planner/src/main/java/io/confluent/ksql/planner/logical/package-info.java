/** What a query computes, as a tree of relational operators over typed expressions. */
package io.confluent.ksql.planner.logical;
