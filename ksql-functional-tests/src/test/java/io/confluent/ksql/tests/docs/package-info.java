/** The pages of documentation that are written from the code, and their comparison with it. */
package io.confluent.ksql.tests.docs;
