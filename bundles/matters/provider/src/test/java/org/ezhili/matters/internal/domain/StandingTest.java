package org.ezhili.matters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final String GRID = "340603002001001";

    private static Caller caller(String account, Grant... grants) {
        return new Caller(account, account, List.of(grants), Map.of());
    }

    private static Grant grant(Role role, String area) {
        return new Grant(role, AreaCode.of(area));
    }

    private static Matter matter(Tier tier) {
        return new Matter(
                1,
                "2026.1",
                "E0101",
                "x",
                AreaCode.of(GRID),
                Optional.empty(),
                State.DISPATCHED,
                tier,
                "reporter",
                Optional.of("handler"),
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                3,
                List.of());
    }

    private static Set<Part> parts(Tier tier, Role role, String area) {
        return Standing.of(caller("x", grant(role, area)), matter(tier)).parts();
    }

    @Test
    void a_tier_decides_on_what_has_not_been_raised_above_it() {
        assertThat(parts(Tier.GRID, Role.COMMUNITY, "340603002001")).containsExactly(Part.COMMUNITY);
        assertThat(parts(Tier.COMMUNITY, Role.COMMUNITY, "340603002001")).containsExactly(Part.COMMUNITY);
        assertThat(parts(Tier.STREET, Role.COMMUNITY, "340603002001")).isEmpty();
        assertThat(parts(Tier.STREET, Role.STREET, "340603002")).containsExactly(Part.STREET);
        assertThat(parts(Tier.DISTRICT, Role.STREET, "340603002")).isEmpty();
        assertThat(parts(Tier.DISTRICT, Role.DISTRICT, "340603")).containsExactly(Part.DISTRICT);
        assertThat(parts(Tier.GRID, Role.WORKER, GRID)).containsExactly(Part.WORKER);
        assertThat(parts(Tier.COMMUNITY, Role.WORKER, GRID)).isEmpty();
    }

    @Test
    void nobody_decides_outside_of_their_area() {
        assertThat(parts(Tier.GRID, Role.COMMUNITY, "340603002002")).isEmpty();
        assertThat(parts(Tier.GRID, Role.STREET, "340603003")).isEmpty();
        assertThat(parts(Tier.GRID, Role.WORKER, "340603002001002")).isEmpty();
        assertThat(parts(Tier.GRID, Role.COMMUNITY, GRID + "001")).isEmpty();
    }

    @Test
    void residents_departments_and_it_decide_on_nothing_even_for_the_whole_district() {
        for (Role role : List.of(Role.RESIDENT, Role.DEPARTMENT, Role.IT)) {
            assertThat(parts(Tier.GRID, role, "340603")).isEmpty();
            assertThat(Sight.sees(caller("x", grant(role, "340603")), matter(Tier.GRID)))
                    .isFalse();
        }
    }

    @Test
    void reporter_and_handler_have_their_part_whatever_their_roles() {
        assertThat(Standing.of(caller("reporter"), matter(Tier.GRID)).parts()).containsExactly(Part.REPORTER);
        assertThat(Standing.of(caller("handler"), matter(Tier.GRID)).parts()).containsExactly(Part.HANDLER);
        assertThat(Sight.sees(caller("reporter"), matter(Tier.GRID))).isTrue();
        assertThat(Sight.sees(caller("handler"), matter(Tier.GRID))).isTrue();
        assertThat(Sight.sees(caller("somebody"), matter(Tier.GRID))).isFalse();
    }

    @Test
    void a_community_goes_on_seeing_what_was_raised_above_it() {
        Caller community = caller("c", grant(Role.COMMUNITY, "340603002001"));
        assertThat(Sight.sees(community, matter(Tier.DISTRICT))).isTrue();
        assertThat(Life.open(matter(Tier.DISTRICT), Standing.of(community, matter(Tier.DISTRICT))))
                .isEmpty();
    }

    @Test
    void areas_inside_others_are_listed_once() {
        Caller caller = caller(
                "x",
                grant(Role.COMMUNITY, "340603002001"),
                grant(Role.STREET, "340603002"),
                grant(Role.WORKER, GRID),
                grant(Role.RESIDENT, "340603"),
                grant(Role.STREET, "340603003"));
        assertThat(Sight.areas(caller)).extracting(AreaCode::digits).containsExactly("340603002", "340603003");
    }

    @Test
    void work_is_given_down_or_across_and_within_the_area() {
        assertThat(fits(Role.WORKER, GRID, Tier.COMMUNITY)).isTrue();
        assertThat(fits(Role.WORKER, "340603002001", Tier.COMMUNITY)).isTrue();
        assertThat(fits(Role.WORKER, "340603002001002", Tier.COMMUNITY)).isFalse();
        assertThat(fits(Role.DEPARTMENT, "340603", Tier.COMMUNITY)).isTrue();
        assertThat(fits(Role.COMMUNITY, "340603002001", Tier.COMMUNITY)).isTrue();
        assertThat(fits(Role.STREET, "340603002", Tier.COMMUNITY)).isFalse();
        assertThat(fits(Role.STREET, "340603002", Tier.STREET)).isTrue();
        assertThat(fits(Role.STREET, "340603003", Tier.DISTRICT)).isFalse();
        for (Role role : List.of(Role.RESIDENT, Role.DISTRICT, Role.IT)) {
            assertThat(fits(role, "340603", Tier.DISTRICT)).isFalse();
        }
    }

    @Test
    void a_closed_account_is_given_nothing() {
        Account closed = new Account("w", "w", List.of(grant(Role.WORKER, GRID)), false);
        assertThat(Fitness.fits(closed, AreaCode.of(GRID), Tier.COMMUNITY)).isFalse();
    }

    @Test
    void a_matter_of_a_whole_street_can_go_to_one_of_its_workers() {
        Account worker = new Account("w", "w", List.of(grant(Role.WORKER, GRID)), true);
        assertThat(Fitness.fits(worker, AreaCode.of("340603002"), Tier.STREET)).isTrue();
        assertThat(Fitness.fits(worker, AreaCode.of("340603003"), Tier.STREET)).isFalse();
    }

    @Test
    void a_matter_begins_on_the_tier_of_its_area() {
        assertThat(Stream.of("340603", "340603002", "340603002001", GRID, GRID + "001")
                        .map(code -> Tier.of(AreaCode.of(code))))
                .containsExactly(Tier.DISTRICT, Tier.STREET, Tier.COMMUNITY, Tier.GRID, Tier.GRID);
    }

    private static boolean fits(Role role, String area, Tier dispatcher) {
        return Fitness.fits(new Account("a", "a", List.of(grant(role, area)), true), AreaCode.of(GRID), dispatcher);
    }
}
