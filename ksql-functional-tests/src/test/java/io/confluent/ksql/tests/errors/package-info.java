/** That every error a statement can cause has a code, a place, a way out, and a test. */
package io.confluent.ksql.tests.errors;
