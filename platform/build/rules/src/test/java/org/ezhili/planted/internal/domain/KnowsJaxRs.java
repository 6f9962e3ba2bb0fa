package org.ezhili.planted.internal.domain;

import javax.ws.rs.core.Response;

/** Planted: a rule of the domain that speaks HTTP. */
interface KnowsJaxRs {
    Response answer();
}
