package org.ezhili.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;
import org.junit.jupiter.api.Test;

class PermissionRulesTest {

    private static final AreaCode DISTRICT = AreaCode.of("340603");
    private static final AreaCode EAST = AreaCode.of("340603002");
    private static final AreaCode WEST = AreaCode.of("340603003");

    private final List<Permission> declared = List.of(
            Permission.of("matters.report", "上报", "Report", Role.RESIDENT, Role.WORKER),
            Permission.of("matters.dispatch", "派遣", "Dispatch", Role.STREET, Role.DISTRICT));

    @Test
    void a_permission_is_held_where_the_role_is_held() {
        assertThat(PermissionRules.of(declared, List.of(new Grant(Role.STREET, EAST))))
                .isEqualTo(Map.of("matters.dispatch", Set.of(EAST)));
    }

    @Test
    void roles_in_two_areas_give_both_areas() {
        List<Grant> grants = List.of(new Grant(Role.STREET, EAST), new Grant(Role.STREET, WEST));
        assertThat(PermissionRules.of(declared, grants)).containsEntry("matters.dispatch", Set.of(EAST, WEST));
    }

    @Test
    void an_area_inside_another_one_is_not_named_twice() {
        List<Grant> grants = List.of(new Grant(Role.STREET, EAST), new Grant(Role.DISTRICT, DISTRICT));
        assertThat(PermissionRules.of(declared, grants)).containsEntry("matters.dispatch", Set.of(DISTRICT));
    }

    @Test
    void one_role_does_not_lend_its_area_to_another() {
        List<Grant> grants = List.of(new Grant(Role.STREET, EAST), new Grant(Role.RESIDENT, DISTRICT));
        assertThat(PermissionRules.of(declared, grants))
                .isEqualTo(Map.of("matters.dispatch", Set.of(EAST), "matters.report", Set.of(DISTRICT)));
    }

    @Test
    void a_role_that_no_module_names_gives_nothing() {
        assertThat(PermissionRules.of(declared, List.of(new Grant(Role.IT, DISTRICT))))
                .isEmpty();
    }

    @Test
    void nothing_comes_of_no_grants_or_no_modules() {
        assertThat(PermissionRules.of(declared, List.of())).isEmpty();
        assertThat(PermissionRules.of(List.of(), List.of(new Grant(Role.STREET, EAST))))
                .isEmpty();
    }
}
