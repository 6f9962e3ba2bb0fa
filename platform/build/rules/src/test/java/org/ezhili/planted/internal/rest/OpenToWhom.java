package org.ezhili.planted.internal.rest;

import javax.ws.rs.GET;

/** Planted: a resource method that does not say who may call it. */
final class OpenToWhom {
    @GET
    public String points() {
        return "";
    }
}
