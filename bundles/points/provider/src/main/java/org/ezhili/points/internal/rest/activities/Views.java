package org.ezhili.points.internal.rest.activities;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Accounts;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.ShiftTitle;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.Spot;
import org.ezhili.points.internal.domain.activities.Stars;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.store.activities.ActivityStore;
import org.jspecify.annotations.Nullable;

/** Shows what is kept, with the names of people and areas. */
public final class Views {

    private final Places places;
    private final Accounts accounts;
    private final ActivityStore activities;

    public Views(Places places, Accounts accounts, ActivityStore activities) {
        this.places = places;
        this.accounts = accounts;
        this.activities = activities;
    }

    VolunteerJson volunteer(Volunteer volunteer) {
        return volunteers(List.of(volunteer)).get(0);
    }

    List<VolunteerJson> volunteers(List<Volunteer> volunteers) {
        Map<String, String> names = names(volunteers, Volunteer::account);
        Map<AreaCode, String> areas =
                places.names(volunteers.stream().map(Volunteer::area).distinct().toList());
        return volunteers.stream()
                .map(one -> new VolunteerJson(
                        String.valueOf(one.id()),
                        one.account(),
                        names.get(one.account()),
                        one.area().digits(),
                        areas.get(one.area()),
                        one.kind(),
                        one.state().word(),
                        one.skills(),
                        one.minutes(),
                        Stars.of(one.minutes()),
                        one.appliedAt(),
                        one.reason().orElse(null)))
                .toList();
    }

    List<CandidateJson> candidates(List<Volunteer> volunteers) {
        return volunteers(volunteers).stream()
                .map(one -> new CandidateJson(one.account(), one.name(), one.area(), one.areaName()))
                .toList();
    }

    ActivityJson activity(Activity activity, @Nullable List<Signup> mine) {
        Map<AreaCode, String> areas = places.names(List.of(activity.area()));
        return activity(activity, areas, mine == null ? null : signups(mine), null);
    }

    List<ActivityJson> activities(List<Activity> list) {
        Map<AreaCode, String> areas =
                places.names(list.stream().map(Activity::area).distinct().toList());
        return list.stream().map(one -> activity(one, areas, null, null)).toList();
    }

    List<ActivityJson> activities(List<Activity> list, Spot from) {
        Map<AreaCode, String> areas =
                places.names(list.stream().map(Activity::area).distinct().toList());
        return list.stream()
                .map(one -> activity(one, areas, null, Math.round(one.spot().metresTo(from))))
                .toList();
    }

    SignupJson signup(Signup signup) {
        return signups(List.of(signup)).get(0);
    }

    List<SignupJson> signups(List<Signup> signups) {
        Map<String, String> names = names(signups, Signup::account);
        Map<Long, ShiftTitle> shifts = activities.shiftTitles(
                signups.stream().map(Signup::shift).distinct().toList());
        return signups.stream()
                .map(one -> signup(one, names.get(one.account()), Objects.requireNonNull(shifts.get(one.shift()))))
                .toList();
    }

    List<HoursJson> hours(List<Signup> served) {
        Map<String, String> names = names(served, Signup::account);
        Map<Long, String> titles = activities.titles(
                served.stream().map(Signup::activity).distinct().toList());
        return served.stream()
                .map(one -> new HoursJson(
                        String.valueOf(one.id()),
                        hidden(names.getOrDefault(one.account(), "")),
                        String.valueOf(one.activity()),
                        titles.getOrDefault(one.activity(), ""),
                        one.street().digits(),
                        one.outAt().orElseThrow(),
                        one.minutes(),
                        one.countsAt().orElseThrow()))
                .toList();
    }

    private static SignupJson signup(Signup one, @Nullable String name, ShiftTitle shift) {
        return new SignupJson(
                String.valueOf(one.id()),
                String.valueOf(one.activity()),
                String.valueOf(one.shift()),
                shift.title(),
                shift.startsAt(),
                shift.endsAt(),
                one.skill().isEmpty() ? null : one.skill(),
                one.account(),
                name,
                one.state().word(),
                one.inAt().orElse(null),
                one.outAt().orElse(null),
                one.minutes(),
                one.countsAt().orElse(null));
    }

    private static ActivityJson activity(
            Activity one, Map<AreaCode, String> areas, @Nullable List<SignupJson> mine, @Nullable Long metres) {
        return new ActivityJson(
                String.valueOf(one.id()),
                one.area().digits(),
                areas.get(one.area()),
                one.title(),
                one.description(),
                one.category(),
                one.spot().lon(),
                one.spot().lat(),
                one.fence(),
                one.isCancelled() ? "cancelled" : "published",
                one.reason().orElse(null),
                one.publishedAt(),
                one.shifts().stream().map(Views::shift).toList(),
                mine,
                metres);
    }

    private static ActivityJson.TurnJson shift(Shift shift) {
        return new ActivityJson.TurnJson(
                String.valueOf(shift.id()),
                shift.startsAt(),
                shift.endsAt(),
                shift.quotas().stream().map(Views::quota).toList());
    }

    private static ActivityJson.TakenJson quota(Quota quota) {
        return new ActivityJson.TakenJson(quota.skill().isEmpty() ? null : quota.skill(), quota.seats(), quota.taken());
    }

    private <T> Map<String, String> names(Collection<T> of, Function<T, String> account) {
        return accounts.names(of.stream().map(account).distinct().toList());
    }

    static String hidden(String name) {
        return name.isEmpty() ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
