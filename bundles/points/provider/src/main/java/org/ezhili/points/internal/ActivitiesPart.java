package org.ezhili.points.internal;

import static org.ezhili.platform.security.Role.COMMUNITY;
import static org.ezhili.platform.security.Role.DEPARTMENT;
import static org.ezhili.platform.security.Role.DISTRICT;
import static org.ezhili.platform.security.Role.RESIDENT;
import static org.ezhili.platform.security.Role.STREET;
import static org.ezhili.platform.security.Role.WORKER;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Permission;
import org.ezhili.points.internal.domain.activities.PublicTime;
import org.ezhili.points.internal.rest.activities.ActivitiesResource;
import org.ezhili.points.internal.rest.activities.AnomaliesResource;
import org.ezhili.points.internal.rest.activities.Attendance;
import org.ezhili.points.internal.rest.activities.CertificatePaper;
import org.ezhili.points.internal.rest.activities.CertificatesResource;
import org.ezhili.points.internal.rest.activities.CheckInsResource;
import org.ezhili.points.internal.rest.activities.ErasuresResource;
import org.ezhili.points.internal.rest.activities.OpennessResource;
import org.ezhili.points.internal.rest.activities.Reach;
import org.ezhili.points.internal.rest.activities.SignupResource;
import org.ezhili.points.internal.rest.activities.SignupsResource;
import org.ezhili.points.internal.rest.activities.TeamAccess;
import org.ezhili.points.internal.rest.activities.TeamMembersResource;
import org.ezhili.points.internal.rest.activities.TeamRequestsResource;
import org.ezhili.points.internal.rest.activities.TeamResource;
import org.ezhili.points.internal.rest.activities.TeamSignupsResource;
import org.ezhili.points.internal.rest.activities.TeamViews;
import org.ezhili.points.internal.rest.activities.TeamsResource;
import org.ezhili.points.internal.rest.activities.Views;
import org.ezhili.points.internal.rest.activities.VolunteersResource;
import org.ezhili.points.internal.store.activities.ActivityStore;
import org.ezhili.points.internal.store.activities.AnomalyStore;
import org.ezhili.points.internal.store.activities.CertificateStore;
import org.ezhili.points.internal.store.activities.CheckInStore;
import org.ezhili.points.internal.store.activities.Counting;
import org.ezhili.points.internal.store.activities.Erasure;
import org.ezhili.points.internal.store.activities.Seats;
import org.ezhili.points.internal.store.activities.Secrets;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.ezhili.points.internal.store.activities.Suspicions;
import org.ezhili.points.internal.store.activities.TeamMembers;
import org.ezhili.points.internal.store.activities.TeamRequests;
import org.ezhili.points.internal.store.activities.TeamStore;
import org.ezhili.points.internal.store.activities.VolunteerNames;
import org.ezhili.points.internal.store.activities.VolunteerStore;

/** Volunteers, what they do, and their hours. */
final class ActivitiesPart {

    private static final String HOLIDAYS = "/calendar/holidays.txt";

    private ActivitiesPart() {}

    static Part of(Ground ground, PublicTime time) {
        Seats seats = new Seats(ground.database(), ground.inbox(), ground.ids(), ground.clock());
        VolunteerStore volunteers = new VolunteerStore(ground.database(), seats, ground.inbox());
        VolunteerNames names = new VolunteerNames(ground.database(), ground.accounts());
        ActivityStore activities = new ActivityStore(ground.database(), ground.earnings(), ground.inbox());
        SignupLists signups = new SignupLists(ground.database());
        TeamStore teams = new TeamStore(ground.database(), ground.inbox(), ground.clock());
        TeamMembers members = new TeamMembers(ground.database(), ground.inbox(), ground.clock());
        TeamRequests requests = new TeamRequests(ground.database(), ground.inbox(), ground.clock());
        CheckInStore checkIns = new CheckInStore(ground.database(), ground.earnings(), ground.inbox(), ground.ids());
        AnomalyStore anomalies = new AnomalyStore(ground.database(), checkIns, ground.ids(), ground.clock());
        CertificateStore certificates = new CertificateStore(ground.database(), ground.ids(), ground.clock());
        Erasure erasure = new Erasure(ground.database(), ground.ledger(), ground.earnings(), seats, ground.ids());
        Suspicions suspicions = new Suspicions(
                ground.database(), anomalies, ground.switched()::isOn, ground.ids(), ground.clock(), ground.zone());
        Secrets secrets = new Secrets(ground.database(), ground.clock());
        Attendance attendance = new Attendance(checkIns, time, ground.clock());
        Counting counting =
                new Counting(ground.database(), ground.earnings(), ground.switched()::offStreets, time, ground.clock());
        Reach reach = new Reach(ground.places(), ground.switched(), ground.audit());
        Views views = new Views(ground.places(), ground.accounts(), activities);
        TeamAccess teamAccess = new TeamAccess(teams, reach);
        TeamViews teamViews = new TeamViews(requests, ground.places(), ground.accounts());
        return new Part(
                List.of(
                        Permission.of(
                                Reach.VOLUNTEER,
                                "参加志愿服务",
                                "Volunteer",
                                RESIDENT,
                                WORKER,
                                COMMUNITY,
                                STREET,
                                DEPARTMENT,
                                DISTRICT),
                        Permission.of(Reach.COORDINATE, "组织志愿活动", "Coordinate volunteers", COMMUNITY, STREET),
                        Permission.of(Reach.OVERSEE, "核查异常签到", "Look into odd check-ins", STREET, DISTRICT),
                        Permission.of(Reach.ERASE, "删除志愿者个人信息", "Erase volunteers' personal data", DISTRICT)),
                List.of(
                        new VolunteersResource(volunteers, names, reach, views, ground.ids(), ground.clock()),
                        new ActivitiesResource(
                                activities, signups, secrets, reach, views, ground.ids(), ground.clock()),
                        new SignupsResource(seats, signups, activities, reach, views, ground.clock()),
                        new SignupResource(seats, signups, activities, attendance, reach, views),
                        new CheckInsResource(attendance, signups, activities, secrets, reach, views, ground.clock()),
                        new OpennessResource(signups, anomalies, reach, views),
                        new AnomaliesResource(anomalies, signups, reach, views, ground.accounts(), ground.audit()),
                        new TeamsResource(teams, reach, teamViews, ground.ids()),
                        new TeamResource(teamAccess, teams, members, requests, reach, teamViews),
                        new TeamMembersResource(teamAccess, members, views),
                        new TeamRequestsResource(teamAccess, requests, reach, views),
                        new TeamSignupsResource(
                                teamAccess, members, seats, signups, activities, reach, views, ground.clock()),
                        new CertificatesResource(
                                certificates,
                                volunteers,
                                new CertificatePaper(ground.zone()),
                                reach,
                                ground.places(),
                                ground.accounts()),
                        new ErasuresResource(erasure, volunteers, ground.accounts(), ground.audit())),
                List.of(
                        new Job("copy-names", Duration.ofHours(1), names),
                        new Job("hours", Duration.ofMinutes(5), counting),
                        new Job("look-for-anomalies", Duration.ofHours(1), suspicions)),
                List.of(),
                Map.of());
    }

    /**
     * How long hours are public, on the calendar of public holidays.
     *
     * @param more days off that did not come with this version
     */
    static PublicTime publicTime(ZoneId zone, String[] more) {
        return new PublicTime(
                zone, Stream.concat(holidays().stream(), Stream.of(more)).toList());
    }

    private static List<String> holidays() {
        try (InputStream file = Objects.requireNonNull(ActivitiesPart.class.getResourceAsStream(HOLIDAYS));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
