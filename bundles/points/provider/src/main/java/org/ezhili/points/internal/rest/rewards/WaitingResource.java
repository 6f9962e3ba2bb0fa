package org.ezhili.points.internal.rest.rewards;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.store.rewards.WaitingList;

/** A person's place on the waiting list of a reward that is sold out. When it is their turn, their points are exchanged. */
@Path("/v1/waiting/{reward}")
@Produces("application/json")
public final class WaitingResource {

    private final RewardAccess access;
    private final WaitingList list;

    public WaitingResource(RewardAccess access, WaitingList list) {
        this.access = access;
        this.list = list;
    }

    @GET
    @Requires(RewardAccess.SHOP)
    public WaitingJson place(@Context Caller caller, @PathParam("reward") String reward) {
        long id = access.reward(caller, RewardFields.id(reward)).id();
        return new WaitingJson(
                String.valueOf(id), list.place(id, caller.account()).orElse(0L));
    }

    @PUT
    @Requires(RewardAccess.SHOP)
    public WaitingJson join(@Context Caller caller, @PathParam("reward") String reward) {
        long id = access.reward(caller, RewardFields.id(reward)).id();
        return new WaitingJson(String.valueOf(id), list.join(id, caller.account()));
    }

    @DELETE
    @Requires(RewardAccess.SHOP)
    public void leave(@Context Caller caller, @PathParam("reward") String reward) {
        list.leave(access.reward(caller, RewardFields.id(reward)).id(), caller.account());
    }
}
