package org.ezhili.platform.gateway.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnersTest {

    private static final String GRID = "org.ezhili.grid.provider";
    private static final String STRANGER = "com.vendor.grid";

    private final Owners owners = new Owners();

    @Test
    void versions_of_one_bundle_share_an_id() {
        assertThat(owners.claim("grid", GRID)).isEmpty();
        assertThat(owners.claim("grid", GRID)).isEmpty();
        assertThat(owners.owns("grid", GRID)).isTrue();
    }

    @Test
    void another_bundle_is_refused_and_told_whose_the_id_is() {
        owners.claim("grid", GRID);
        assertThat(owners.claim("grid", STRANGER))
                .hasValueSatisfying(reason -> assertThat(reason.zh()).contains("grid", GRID));
        assertThat(owners.owns("grid", GRID)).isTrue();
    }

    @Test
    void the_first_stranger_keeps_an_id_from_the_second() {
        assertThat(owners.claim("lifts", "com.vendor.lifts")).isEmpty();
        assertThat(owners.claim("lifts", "com.other.lifts")).isPresent();
    }

    @Test
    void a_stranger_who_came_first_gives_way_to_the_house() {
        assertThat(owners.claim("grid", STRANGER)).isEmpty();
        assertThat(owners.claim("grid", GRID)).isEmpty();
        assertThat(owners.owns("grid", STRANGER)).isFalse();
        assertThat(owners.claim("grid", STRANGER)).isPresent();
    }

    @Test
    void a_name_that_only_looks_like_the_houses_does_not_count() {
        assertThat(Owners.isHouse("grid", "org.ezhili.gridlock.provider")).isFalse();
        assertThat(Owners.isHouse("grid", "com.vendor.org.ezhili.grid.provider"))
                .isFalse();
        assertThat(Owners.isHouse("grid", "org.ezhili.matters.provider")).isFalse();
        assertThat(Owners.isHouse("security", "org.ezhili.platform.security")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "metrics", "ui", "api", "app", "setup", "door"})
    void the_doors_own_addresses_are_nobodys(String id) {
        assertThat(owners.claim(id, "org.ezhili.platform.anything")).isPresent();
        assertThat(owners.claim(id, STRANGER)).isPresent();
    }
}
