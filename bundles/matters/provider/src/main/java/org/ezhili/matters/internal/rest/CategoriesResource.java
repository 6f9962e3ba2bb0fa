package org.ezhili.matters.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.ezhili.matters.internal.domain.limits.Catalogues;
import org.ezhili.platform.module.Open;

/** The catalogue that new matters are filed under. */
@Path("/v1/categories")
@Produces("application/json")
public final class CategoriesResource {

    private final Catalogues catalogues;

    public CategoriesResource(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    @GET
    @Open(Open.To.SIGNED_IN)
    public PageJson<CategoryJson> categories() {
        return PageJson.all(
                catalogues.current().all().stream().map(CategoryJson::of).toList());
    }
}
