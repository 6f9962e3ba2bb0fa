package org.ezhili.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrantPolicyTest {

    private static final String DISTRICT = "340603";
    private static final String EAST = "340603002";
    private static final String WEST = "340603003";
    private static final String EAST_GRID = "340603002001001";

    @ParameterizedTest
    @EnumSource(Role.class)
    void district_it_gives_every_role_in_its_district(Role role) {
        assertThat(GrantPolicy.mayGive(held(Role.IT, DISTRICT), grant(role, DISTRICT)))
                .isTrue();
        assertThat(GrantPolicy.mayGive(held(Role.IT, DISTRICT), grant(role, EAST_GRID)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void district_it_gives_nothing_in_another_district(Role role) {
        assertThat(GrantPolicy.mayGive(held(Role.IT, DISTRICT), grant(role, "340604")))
                .isFalse();
        assertThat(GrantPolicy.mayGive(held(Role.IT, DISTRICT), grant(role, "340604001")))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"WORKER", "RESIDENT"})
    void a_street_office_gives_workers_and_residents_of_its_street(Role role) {
        assertThat(GrantPolicy.mayGive(held(Role.STREET, EAST), grant(role, EAST_GRID)))
                .isTrue();
        assertThat(GrantPolicy.mayGive(held(Role.STREET, EAST), grant(role, WEST + "001001")))
                .isFalse();
        assertThat(GrantPolicy.mayGive(held(Role.STREET, EAST), grant(role, DISTRICT)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WORKER", "RESIDENT"})
    void a_street_office_gives_nothing_above_that(Role role) {
        assertThat(GrantPolicy.mayGive(held(Role.STREET, EAST), grant(role, EAST)))
                .isFalse();
        assertThat(GrantPolicy.mayGive(held(Role.STREET, EAST), grant(role, EAST_GRID)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IT", "STREET"})
    void nobody_else_gives_anything(Role holder) {
        for (Role role : Role.values()) {
            assertThat(GrantPolicy.mayGive(held(holder, DISTRICT), grant(role, EAST_GRID)))
                    .isFalse();
        }
    }

    @Test
    void a_role_held_elsewhere_does_not_help_here() {
        List<Grant> held = List.of(grant(Role.STREET, EAST), grant(Role.WORKER, WEST + "001001"));
        assertThat(GrantPolicy.mayGive(held, grant(Role.WORKER, WEST + "001001")))
                .isFalse();
    }

    @Test
    void an_account_with_one_foreign_grant_is_not_theirs_to_change() {
        Account both = account(grant(Role.WORKER, EAST_GRID), grant(Role.WORKER, WEST + "001001"));
        assertThat(GrantPolicy.mayChange(held(Role.STREET, EAST), both)).isFalse();
        assertThat(GrantPolicy.mayChange(held(Role.IT, DISTRICT), both)).isTrue();
    }

    @Test
    void an_account_without_grants_is_nobodys_to_change() {
        assertThat(GrantPolicy.mayChange(held(Role.IT, DISTRICT), account())).isFalse();
    }

    @Test
    void a_street_office_does_not_change_its_colleagues() {
        assertThat(GrantPolicy.mayChange(held(Role.STREET, EAST), account(grant(Role.STREET, EAST))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "IT,340603,true",
        "IT,340603002,false",
        "DISTRICT,340603002,false",
        "STREET,340603,false",
        "STREET,340603002,true",
        "STREET,340603002001,false",
        "COMMUNITY,340603002001,true",
        "COMMUNITY,340603002,false",
        "WORKER,340603002001001,true",
        "WORKER,340603002001,true",
        "WORKER,340603002,false",
        "DEPARTMENT,340603,true",
        "DEPARTMENT,340603002001,false",
        "RESIDENT,340603,true",
        "RESIDENT,340603002001001001,true"
    })
    void each_role_is_held_for_areas_of_its_own_level(Role role, String area, boolean fits) {
        assertThat(GrantPolicy.fits(grant(role, area))).isEqualTo(fits);
    }

    private static List<Grant> held(Role role, String area) {
        return List.of(grant(role, area));
    }

    private static Grant grant(Role role, String area) {
        return new Grant(role, AreaCode.of(area));
    }

    private static Account account(Grant... grants) {
        return new Account("somebody", "某人", List.of(grants), true);
    }
}
