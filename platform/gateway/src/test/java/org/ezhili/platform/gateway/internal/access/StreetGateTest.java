package org.ezhili.platform.gateway.internal.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreetGateTest {

    private static final AreaCode DISTRICT = AreaCode.of("340603");
    private static final AreaCode EAST = AreaCode.of("340603002");
    private static final AreaCode WEST = AreaCode.of("340603003");

    private final ModuleInfo points = module("points", true);
    private final StreetGate gate = new StreetGate(new Switches() {
        @Override
        public boolean isOn(String module, AreaCode area) {
            return area.street().filter(offStreets(module)::contains).isEmpty();
        }

        @Override
        public Set<AreaCode> offStreets(String module) {
            return module.equals("points") ? Set.of(WEST) : Set.of();
        }
    });

    @Test
    void people_of_a_street_without_the_module_are_kept_out_and_others_are_not() {
        off(points, caller(WEST), null);
        off(points, caller(AreaCode.of("340603003001001")), null);
        open(points, caller(EAST), null);
        open(points, caller(DISTRICT), null);
        open(points, caller(WEST, EAST), null);
        open(points, Caller.nobody(), null);
        open(module("matters", true), caller(WEST), null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "area=340603003",
                "limit=5&area=340603003001001",
                "street=340603003&limit=5",
                "within=340603003",
                "parent=340603003",
                "area=340603002&area=340603003"
            })
    void a_place_without_the_module_is_refused_whoever_asks_for_it(String query) {
        off(points, caller(DISTRICT), query);
        off(points, Caller.nobody(), query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&&=",
                "area",
                "area=",
                "area=340603",
                "area=340603002",
                "area=34060300",
                "area=west",
                "cursor=340603003",
                "area=%00",
                "AREA=340603003"
            })
    void other_questions_pass(String query) {
        open(points, caller(DISTRICT), query);
    }

    @Test
    void the_core_is_on_everywhere() {
        open(module("points", false), caller(WEST), "area=340603003");
    }

    private void off(ModuleInfo module, Caller caller, @Nullable String query) {
        assertThatThrownBy(() -> enter(module, caller, query))
                .isInstanceOf(ProblemException.class)
                .hasMessage("403 module-off");
    }

    private void open(ModuleInfo module, Caller caller, @Nullable String query) {
        assertThatCode(() -> enter(module, caller, query)).doesNotThrowAnyException();
    }

    private void enter(ModuleInfo module, Caller caller, @Nullable String query) {
        gate.check(module, query);
        if (!gate.isOpen(module, caller)) {
            throw StreetGate.off(module.id());
        }
    }

    private static Caller caller(AreaCode... places) {
        return new Caller(
                "someone",
                "someone",
                Stream.of(places).map(place -> new Grant(Role.STREET, place)).toList(),
                Map.of());
    }

    private static ModuleInfo module(String id, boolean switchable) {
        return new ModuleInfo(id, "1.0.0", LocalText.of(id, id), Set.of(), List.of(), switchable);
    }
}
