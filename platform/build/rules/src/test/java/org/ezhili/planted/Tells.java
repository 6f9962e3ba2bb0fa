package org.ezhili.planted;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Planted: a contract that knows a library of the wire. */
record Tells(@JsonProperty("n") String name) {}
