package org.ezhili.planted.internal.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Planted: a value of the domain that says how it looks on the wire. */
record KnowsJson(@JsonProperty("n") String name) {}
