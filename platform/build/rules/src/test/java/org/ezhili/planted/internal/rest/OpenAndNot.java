package org.ezhili.planted.internal.rest;

import javax.ws.rs.POST;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Requires;

/** Planted: a resource method that says two things. */
final class OpenAndNot {
    @POST
    @Requires("points.redeem")
    @Open(Open.To.ANYBODY)
    public String redeem() {
        return "";
    }
}
