package org.ezhili.points.internal.rest.activities;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.domain.activities.Certificate;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.CertificateStore;
import org.ezhili.points.internal.store.activities.VolunteerStore;
import org.jspecify.annotations.Nullable;

/** Certificates of hours: issue, print, and check one that somebody shows. */
@Path("/v1/certificates")
@Produces("application/json")
public final class CertificatesResource {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,100}(:[0-9]{1,5})?");
    private static final String PAGE = "/m/points/open/certificates";

    private final CertificateStore store;
    private final VolunteerStore volunteers;
    private final CertificatePaper paper;
    private final Reach reach;
    private final Places places;
    private final Accounts accounts;

    public CertificatesResource(
            CertificateStore store,
            VolunteerStore volunteers,
            CertificatePaper paper,
            Reach reach,
            Places places,
            Accounts accounts) {
        this.store = store;
        this.volunteers = volunteers;
        this.paper = paper;
        this.reach = reach;
        this.places = places;
        this.accounts = accounts;
    }

    @POST
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public Response issue(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewCertificateJson json) {
        IdempotencyKey once = IdempotencyKey.of("points.certificate", caller.account(), key, json);
        Once made = json.volunteer() == null
                ? own(caller, once, json.street())
                : coordinated(caller, once, json.volunteer());
        return Response.status(Response.Status.CREATED)
                .entity(shown(List.of(store.find(Wire.made(made)).orElseThrow()))
                        .get(0))
                .build();
    }

    @GET
    @Requires(Reach.VOLUNTEER)
    public PageJson<CertificateJson> list(
            @Context Caller caller,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        reach.neighbourhood(caller, null);
        Page<Certificate> page = store.of(caller.account(), PageRequest.of(limit, cursor));
        return new PageJson<>(shown(page.items()), page.next().orElse(null));
    }

    /** The paper, for whose it is and for who has issued it. */
    @GET
    @Path("/{id}/pdf")
    @Produces("application/pdf")
    @Requires(Reach.VOLUNTEER)
    public Response pdf(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @Nullable String language,
            @HeaderParam("Host") @Nullable String host,
            @HeaderParam("X-Forwarded-Proto") @Nullable String forwarded) {
        Certificate certificate = store.find(Wire.id(id))
                .filter(found -> caller.account().equals(found.account())
                        || caller.account().equals(found.issuedBy()))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        certificate.street().ifPresent(street -> reach.on(street));
        boolean english = language != null && language.toLowerCase(Locale.ROOT).startsWith("en");
        return Response.ok(paper.print(certificate, streetName(certificate), page(host, forwarded), english))
                .header("Content-Disposition", "attachment; filename=\"certificate-" + certificate.code() + ".pdf\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** Whether a certificate that somebody shows is one of ours, and what it said. */
    @GET
    @Path("/checks/{code}")
    @Open(Open.To.ANYBODY)
    public CertificateCheckJson check(@PathParam("code") String code) {
        Certificate certificate = store.ofCode(code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        return new CertificateCheckJson(
                Views.hidden(certificate.name()),
                streetName(certificate).orElse(null),
                certificate.minutes(),
                certificate.stars(),
                certificate.services(),
                certificate.issuedAt(),
                store.stillHolds(certificate));
    }

    /** The page for checking, at the address that the caller has come by; of a host that could be none: none. */
    private static Optional<String> page(@Nullable String host, @Nullable String forwarded) {
        return Optional.ofNullable(host)
                .filter(name -> HOST.matcher(name).matches())
                .map(name -> ("https".equals(forwarded) ? "https://" : "http://") + name + PAGE);
    }

    private Once own(Caller caller, IdempotencyKey key, @Nullable String code) {
        reach.neighbourhood(caller, null);
        Optional<AreaCode> street = Optional.ofNullable(code).map(places::street);
        street.ifPresent(reach::on);
        return store.issue(key, caller.account(), caller.name(), street, caller.account());
    }

    private Once coordinated(Caller caller, IdempotencyKey key, String id) {
        Volunteer volunteer = volunteers.find(Wire.id(id)).orElseThrow(() -> new ProblemException(Problem.notFound()));
        reach.coordinator(caller, id, volunteer.area());
        String name = accounts.find(volunteer.account()).map(Account::name).orElse(volunteer.account());
        return store.issue(key, volunteer.account(), name, Optional.of(volunteer.street()), caller.account());
    }

    private Optional<String> streetName(Certificate certificate) {
        return certificate.street().map(street -> places.names(List.of(street)).get(street));
    }

    private List<CertificateJson> shown(List<Certificate> certificates) {
        Map<AreaCode, String> names = places.names(certificates.stream()
                .flatMap(one -> one.street().stream())
                .distinct()
                .toList());
        return certificates.stream()
                .map(one -> new CertificateJson(
                        String.valueOf(one.id()),
                        one.code(),
                        one.account(),
                        one.name(),
                        one.street().map(AreaCode::digits).orElse(null),
                        one.street().map(names::get).orElse(null),
                        one.minutes(),
                        one.stars(),
                        one.services(),
                        one.issuedAt()))
                .toList();
    }
}
