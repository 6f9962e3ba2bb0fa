package org.ezhili.points.internal.rest.activities;

import java.time.Clock;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.ActivityStore;
import org.ezhili.points.internal.store.activities.Seats;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.ezhili.points.internal.store.activities.TeamMembers;
import org.jspecify.annotations.Nullable;

/** A team's leader signs all members up at once; whoever cannot come gives the seat back. */
@Path("/v1/teams/{id}/signups")
@Produces("application/json")
public final class TeamSignupsResource {

    private final TeamAccess access;
    private final TeamMembers members;
    private final Seats seats;
    private final SignupLists signups;
    private final ActivityStore activities;
    private final Reach reach;
    private final Views views;
    private final Clock clock;

    public TeamSignupsResource(
            TeamAccess access,
            TeamMembers members,
            Seats seats,
            SignupLists signups,
            ActivityStore activities,
            Reach reach,
            Views views,
            Clock clock) {
        this.access = access;
        this.members = members;
        this.seats = seats;
        this.signups = signups;
        this.activities = activities;
        this.reach = reach;
        this.views = views;
        this.clock = clock;
    }

    /** Each member gets a seat, a place in the queue, or a refusal of their own. */
    @POST
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public PageJson<TeamSignupJson> signUp(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid TeamShiftJson json) {
        Team team = access.led(caller, id);
        long wanted = Wire.id(json.shift());
        Activity activity = activities.ofShift(wanted).orElseThrow(() -> new ProblemException(Problem.notFound()));
        reach.neighbour(caller, String.valueOf(activity.id()), activity.area());
        Shift shift = activity.shift(wanted).orElseThrow();
        if (!clock.instant().isBefore(shift.endsAt())) {
            throw ProblemException.of(409, "shift-over");
        }
        List<Volunteer> all =
                members.of(team, PageRequest.first(Team.MOST_MEMBERS)).items();
        return new PageJson<>(
                views.volunteers(all).stream()
                        .map(member -> signUp(caller, member, activity, shift, key, json))
                        .toList(),
                null);
    }

    private TeamSignupJson signUp(
            Caller caller,
            VolunteerJson member,
            Activity activity,
            Shift shift,
            @Nullable String key,
            TeamShiftJson json) {
        try {
            IdempotencyKey once = IdempotencyKey.of("points.team-sign-up", member.account(), key, json);
            String skill = Wire.given(json.skill()).orElse("");
            long made = Wire.made(
                    member.account().equals(caller.account())
                            ? seats.signUp(once, activity, shift, skill, member.account())
                            : seats.enlist(once, activity, shift, skill, member.account()));
            Signup signup = signups.find(made).orElseThrow();
            return new TeamSignupJson(
                    member.account(), member.name(), signup.state().word(), null);
        } catch (ProblemException refusal) {
            if (refusal.problem().status() >= 500) {
                throw refusal;
            }
            return new TeamSignupJson(
                    member.account(), member.name(), null, refusal.problem().code());
        }
    }
}
