package org.ezhili.distribution.demo.internal.serving;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ezhili.distribution.demo.internal.ground.Division;
import org.ezhili.distribution.demo.internal.ground.Ground;
import org.ezhili.distribution.demo.internal.people.People;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.StreetPast;
import org.ezhili.points.StreetPast.Rule;
import org.ezhili.points.StreetPast.Rules;
import org.ezhili.points.StreetPast.Volunteer;

/**
 * What the streets of the demo district did with volunteers in the last quarter, and what is ahead. The East Street does most:
 * it is the one that visitors look at. The same seed and the same hour give the same.
 */
public final class ServingStreets {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final AreaCode SHOWN = AreaCode.of("340603002");
    static final String SHOWN_RESIDENT = "resident";
    private static final List<String> SKILLS = List.of("急救", "理发", "家电维修", "书法", "秩序引导", "摄影");
    private static final int SHOWN_VOLUNTEERS = 16;
    private static final int VOLUNTEERS = 4;

    private final Ground ground;
    private final People people;
    private final Instant now;
    private final Random random;

    public ServingStreets(Ground ground, People people, long seed, Instant now) {
        this.ground = ground;
        this.people = people;
        this.now = now;
        this.random = new Random(seed ^ 0x9e1);
    }

    /** All streets but one. */
    public List<StreetPast> all(AreaCode without) {
        List<StreetPast> pasts = new ArrayList<>();
        int next = 0;
        for (Division street : ground.at(AreaLevel.STREET)) {
            if (!street.code().equals(without)) {
                boolean shown = street.code().equals(SHOWN);
                int count = shown ? SHOWN_VOLUNTEERS : VOLUNTEERS;
                pasts.add(past(street.code(), people.residents().subList(next, next + count), shown));
                next += count;
            }
        }
        return pasts;
    }

    private StreetPast past(AreaCode street, List<String> residents, boolean shown) {
        List<String> serving = new ArrayList<>(residents);
        if (shown) {
            serving.add(0, SHOWN_RESIDENT);
        }
        // the last ones have applied and wait
        int waiting = shown ? 3 : 1;
        List<String> approved = serving.subList(0, serving.size() - waiting);
        List<Volunteer> volunteers = new ArrayList<>();
        for (String account : serving) {
            volunteers.add(volunteer(street, account, approved.contains(account)));
        }
        Activities activities = new Activities(ground, people, street, approved, random, now);
        return new StreetPast(
                street,
                rules(street),
                volunteers,
                shown ? activities.many() : activities.few(),
                shown ? new Shop(street, approved, people.streetOf(street), now).all() : List.of());
    }

    private Volunteer volunteer(AreaCode street, String account, boolean approved) {
        List<String> skills = account.equals(SHOWN_RESIDENT)
                ? List.of("急救", "书法")
                : List.of(SKILLS.get(random.nextInt(SKILLS.size())));
        return new Volunteer(
                account,
                street,
                "person",
                skills,
                now.minus(Duration.ofDays(approved ? 120 : 2)),
                approved ? Optional.of(people.streetOf(street)) : Optional.empty());
    }

    private Rules rules(AreaCode street) {
        return new Rules(
                LocalDate.ofInstant(now, ZONE).minusDays(100),
                24,
                40,
                400,
                street.equals(SHOWN) ? 100_000 : 50_000,
                people.streetOf(street),
                List.of(
                        new Rule(OccasionKind.SERVICE, "", 10, 60),
                        new Rule(OccasionKind.SERVICE, "敬老助残", 12, 60),
                        new Rule(OccasionKind.REPORT_ACCEPTED, "", 2, 1),
                        new Rule(OccasionKind.REPORT_RESOLVED, "", 3, 1),
                        new Rule(OccasionKind.SUGGESTION, "", 20, 1),
                        new Rule(OccasionKind.CONTRIBUTION, "", 50, 1)));
    }
}
