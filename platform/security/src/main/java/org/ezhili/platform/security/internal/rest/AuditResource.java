package org.ezhili.platform.security.internal.rest;

import java.util.Optional;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.SecurityPermissions;
import org.ezhili.platform.security.internal.store.AuditQuery;
import org.ezhili.platform.security.internal.store.AuditSeals;
import org.ezhili.platform.security.internal.store.AuditStore;
import org.jspecify.annotations.Nullable;

/** The audit log; it can be read and checked, nothing else. */
@Path("/v1/audit")
@Produces("application/json")
public final class AuditResource {

    private final AuditStore lines;
    private final AuditSeals seals;
    private final AreaFilter filter;

    public AuditResource(AuditStore lines, AuditSeals seals, Audit audit) {
        this.lines = lines;
        this.seals = seals;
        this.filter = new AreaFilter(audit, SecurityPermissions.AUDIT);
    }

    /** Lines without an area are shown to those who read a whole district's log and ask for no area. */
    @GET
    @Requires(SecurityPermissions.AUDIT)
    public PageJson<AuditLineJson> list(
            @Context Caller caller,
            @QueryParam("account") @Nullable String account,
            @QueryParam("action") @Nullable String action,
            @QueryParam("area") @Nullable String area,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Queries.checkText("account", account);
        Queries.checkText("action", action);
        Set<AreaCode> areas = filter.areas(caller, area);
        boolean district = areas.stream().anyMatch(held -> held.level() == AreaLevel.DISTRICT);
        AuditQuery query = new AuditQuery(areas, district && isBlank(area), given(account), given(action));
        return PageJson.of(lines.find(query, PageRequest.of(limit, cursor)), AuditLineJson::of);
    }

    /** Walks along the whole chain: takes a second per some ten thousand lines. */
    @GET
    @Path("/check")
    @Requires(SecurityPermissions.AUDIT)
    public AuditStateJson check() {
        return AuditStateJson.of(seals.check());
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isEmpty();
    }
}
