package org.ezhili.distribution.demo.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ezhili.distribution.demo.internal.ground.Ground;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.Role;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final Ground ground = new Ground(340_603);
    private final People people = new People(ground, 340_603);

    @Test
    void there_are_972_workers_over_all_grids() {
        assertThat(holding(Role.WORKER)).hasSize(972);
        assertThat(ground.grids())
                .allSatisfy(grid -> assertThat(people.workersOf(grid)).hasSizeBetween(3, 4));
    }

    @Test
    void each_street_and_community_has_its_office_and_there_are_departments_and_residents() {
        assertThat(holding(Role.STREET)).hasSize(10);
        assertThat(holding(Role.COMMUNITY)).hasSize(88);
        assertThat(holding(Role.DEPARTMENT)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(holding(Role.RESIDENT)).hasSizeGreaterThan(100);
        assertThat(holding(Role.IT)).hasSize(1);
        assertThat(holding(Role.DISTRICT)).hasSize(1);
    }

    @Test
    void visitors_can_sign_in_to_the_shown_accounts_and_to_no_other() {
        assertThat(people.shown())
                .extracting(NewAccount::account)
                .containsExactlyInAnyOrder(
                        "it",
                        "district",
                        "street.east",
                        "street.west",
                        "community.gongdian",
                        "worker.gongdian",
                        "dept.citymgmt",
                        "resident");
        assertThat(people.shown())
                .allSatisfy(account -> assertThat(account.password()).contains("ezhili-demo"));
        assertThat(people.silent())
                .allSatisfy(account -> assertThat(account.password()).isEmpty());
    }

    @Test
    void the_shown_accounts_stand_where_they_should() {
        assertThat(grants("street.east")).containsExactly(new Grant(Role.STREET, AreaCode.of("340603002")));
        assertThat(grants("street.west")).containsExactly(new Grant(Role.STREET, AreaCode.of("340603003")));
        assertThat(grants("community.gongdian"))
                .containsExactly(new Grant(Role.COMMUNITY, AreaCode.of("340603002001")));
        assertThat(grants("worker.gongdian")).containsExactly(new Grant(Role.WORKER, AreaCode.of("340603002001001")));
        assertThat(people.communityOf(AreaCode.of("340603002001001"))).isEqualTo("community.gongdian");
        assertThat(people.streetOf(AreaCode.of("340603002001001"))).isEqualTo("street.east");
    }

    @Test
    void accounts_have_names_that_accounts_can_have_and_none_twice() {
        assertThat(all().map(NewAccount::account))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9][a-z0-9._-]{1,59}"));
        assertThat(all().map(NewAccount::name)).allMatch(name -> !name.isBlank() && name.length() <= 100);
    }

    @Test
    void the_same_seed_gives_the_same_people() {
        People again = new People(new Ground(340_603), 340_603);

        assertThat(again.silent()).isEqualTo(people.silent());
        assertThat(again.shown()).isEqualTo(people.shown());
        assertThat(new People(ground, 1).silent()).isNotEqualTo(people.silent());
    }

    private List<Grant> grants(String name) {
        return all().filter(account -> account.account().equals(name))
                .findFirst()
                .orElseThrow()
                .grants();
    }

    private List<NewAccount> holding(Role role) {
        return all().filter(account -> account.grants().stream().anyMatch(grant -> grant.role() == role))
                .toList();
    }

    private Stream<NewAccount> all() {
        return Stream.concat(people.silent().stream(), people.shown().stream());
    }
}
