package org.ezhili.planted.internal;

import javax.ws.rs.core.Response;

/** Planted: JAX-RS outside rest. */
interface AnswersRequests {
    Response answer();
}
