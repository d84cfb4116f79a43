/** What all sinks do with a record: name it, write it as JSON, deliver it again, report it. */
package io.confluent.ksql.connect.record;
