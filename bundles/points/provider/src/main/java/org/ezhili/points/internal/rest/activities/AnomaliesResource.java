package org.ezhili.points.internal.rest.activities;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Anomaly;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.AnomalyStore;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.jspecify.annotations.Nullable;

/** What is suspicious about check-ins and hours, for a person to look at and to decide. */
@Path("/v1/anomalies")
@Produces("application/json")
public final class AnomaliesResource {

    private final AnomalyStore store;
    private final SignupLists signups;
    private final Reach reach;
    private final Views views;
    private final Accounts accounts;
    private final Audit audit;

    public AnomaliesResource(
            AnomalyStore store, SignupLists signups, Reach reach, Views views, Accounts accounts, Audit audit) {
        this.store = store;
        this.signups = signups;
        this.reach = reach;
        this.views = views;
        this.accounts = accounts;
        this.audit = audit;
    }

    @GET
    @Requires(Reach.OVERSEE)
    public PageJson<AnomalyJson> list(
            @Context Caller caller,
            @QueryParam("area") @Nullable String area,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<Anomaly> page = store.list(
                reach.areas(caller, Reach.OVERSEE, area), Optional.ofNullable(open), PageRequest.of(limit, cursor));
        List<Anomaly> shown = page.items().stream()
                .filter(anomaly -> reach.isOn(anomaly.street()))
                .toList();
        return new PageJson<>(shown(shown), page.next().orElse(null));
    }

    /** The check-ins that it is about in the streets that the caller oversees, latest first, at most a hundred. */
    @GET
    @Path("/{id}/signups")
    @Requires(Reach.OVERSEE)
    public PageJson<SignupJson> signups(@Context Caller caller, @PathParam("id") String id) {
        Anomaly anomaly = overseen(caller, id);
        List<Signup> shown = signups.about(anomaly, reach.areas(caller, Reach.OVERSEE, null)).stream()
                .filter(signup -> reach.isOn(signup.street()))
                .toList();
        return new PageJson<>(views.signups(shown), null);
    }

    /** Upheld, the hours of the sign-up in question are struck, and points given for them are taken back. */
    @POST
    @Path("/{id}/judgement")
    @Consumes("application/json")
    @Requires(Reach.OVERSEE)
    public AnomalyJson judge(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid JudgementJson json) {
        Anomaly anomaly = overseen(caller, id);
        if (anomaly.account().equals(caller.account())
                || anomaly.other().filter(caller.account()::equals).isPresent()) {
            throw ProblemException.of(403, "not-for-oneself");
        }
        Anomaly judged = store.judge(
                anomaly, json.upheld(), caller.account(), json.note().strip());
        if (judged.judgement().orElseThrow().upheld() != json.upheld()) {
            throw ProblemException.of(409, "anomaly-judged");
        }
        audit.record(caller, "points.judge", id, Optional.of(anomaly.street()), json.upheld() ? "upheld" : "cleared");
        return shown(List.of(judged)).get(0);
    }

    private Anomaly overseen(Caller caller, String id) {
        Anomaly anomaly = store.find(Wire.id(id)).orElseThrow(() -> new ProblemException(Problem.notFound()));
        reach.overseer(caller, id, anomaly.street());
        return anomaly;
    }

    private List<AnomalyJson> shown(List<Anomaly> found) {
        Map<String, String> names = accounts.names(found.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.account()), one.other().stream()))
                .distinct()
                .toList());
        return found.stream().map(one -> shown(one, names)).toList();
    }

    private static AnomalyJson shown(Anomaly one, Map<String, String> names) {
        Optional<Anomaly.Judgement> judgement = one.judgement();
        boolean isTravel = one.kind() == Anomaly.Kind.TRAVEL;
        return new AnomalyJson(
                String.valueOf(one.id()),
                one.kind().name().toLowerCase(Locale.ROOT),
                judgement.map(by -> by.upheld() ? "upheld" : "cleared").orElse("open"),
                one.street().digits(),
                one.account(),
                names.get(one.account()),
                one.other().orElse(null),
                one.other().map(names::get).orElse(null),
                id(one.signup()),
                id(one.before()),
                isTravel ? one.metres() : null,
                isTravel ? one.seconds() : null,
                one.times() == 0 ? null : one.times(),
                one.reason().orElse(null),
                one.foundAt(),
                judgement.map(Anomaly.Judgement::by).orElse(null),
                judgement.map(Anomaly.Judgement::at).orElse(null),
                judgement.map(Anomaly.Judgement::note).orElse(null));
    }

    private static @Nullable String id(long id) {
        return id == 0 ? null : String.valueOf(id);
    }
}
