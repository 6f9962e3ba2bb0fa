package org.ezhili.platform.modules.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Open.To;
import org.ezhili.platform.module.Settings;
import org.ezhili.platform.modules.internal.PlatformPermissions;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** A street's own name, logo and colour, for its people; those of several streets see the district's. */
@Path("/v1/look")
@Produces("application/json")
public final class LookResource {

    private static final String PICTURES = "/api/platform/v1/pictures/";

    private final Settings settings;

    public LookResource(Settings settings) {
        this.settings = settings;
    }

    @GET
    @Open(To.SIGNED_IN)
    public LookJson look(@Context Caller caller) {
        Optional<AreaCode> place = place(caller);
        if (place.isEmpty()) {
            return new LookJson(null, null, null, null);
        }
        AreaCode area = place.get();
        Settings.Values set = settings.of(PlatformPermissions.ID, area);
        String logo = set.text("logo");
        return new LookJson(
                area.level() == AreaLevel.STREET ? area.digits() : null,
                given(set.text("name")),
                logo.isEmpty() ? null : PICTURES + logo,
                given(set.text("colour")));
    }

    /** The street that all grants lie in, else their district. */
    private static Optional<AreaCode> place(Caller caller) {
        List<AreaCode> streets = caller.grants().stream()
                .flatMap(grant -> grant.area().street().stream())
                .distinct()
                .toList();
        boolean all =
                caller.grants().stream().allMatch(grant -> grant.area().street().isPresent());
        if (all && streets.size() == 1) {
            return Optional.of(streets.get(0));
        }
        return caller.grants().stream()
                .flatMap(grant -> grant.area().at(AreaLevel.DISTRICT).stream())
                .findFirst();
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
