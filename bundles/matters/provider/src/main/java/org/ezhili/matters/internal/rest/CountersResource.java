package org.ezhili.matters.internal.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.ezhili.matters.internal.desk.Inbox;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** How much there is to do. */
@Path("/v1/counters")
@Produces("application/json")
public final class CountersResource {

    private final Inbox inbox;

    public CountersResource(Inbox inbox) {
        this.inbox = inbox;
    }

    @GET
    @Requires(Inbox.READ)
    public CountersJson counters(@Context Caller caller, @QueryParam("area") @Nullable String area) {
        Inbox.Counts counts = inbox.counts(caller, Filters.area(area));
        Map<String, Long> states = new LinkedHashMap<>();
        counts.states().forEach((state, count) -> states.put(state.word(), count));
        return new CountersJson(states, counts.overdue(), counts.mine());
    }
}
