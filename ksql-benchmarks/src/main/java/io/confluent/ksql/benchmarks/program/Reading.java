package io.confluent.ksql.benchmarks.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A reading as JSON has it; fields, since Jackson is quickest with them. */
final class Reading {
  @JsonProperty("ID")
  public Long id;

  @JsonProperty("NAME")
  public String name;

  @JsonProperty("AMOUNT")
  public Double amount;

  @JsonProperty("FLAG")
  public Boolean flag;

  @JsonProperty("NOTE")
  public String note;
}
