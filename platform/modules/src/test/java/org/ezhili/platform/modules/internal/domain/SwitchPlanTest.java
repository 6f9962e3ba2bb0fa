package org.ezhili.platform.modules.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.modules.internal.domain.SwitchPlan.Verdict;
import org.ezhili.platform.modules.internal.domain.SwitchPlan.Wish;
import org.junit.jupiter.api.Test;

class SwitchPlanTest {

    private static final ModuleInfo GRID = module("grid", false);
    private static final ModuleInfo MATTERS = module("matters", true, "grid");
    private static final ModuleInfo REPORTING = module("reporting", true, "matters");
    private static final ModuleInfo POINTS = module("points", true, "matters");
    private static final List<ModuleInfo> ALL = List.of(GRID, MATTERS, REPORTING, POINTS);

    @Test
    void the_core_is_neither_switched_off_nor_on() {
        assertThat(SwitchPlan.of(wish(GRID, false), ALL, on("grid"))).isInstanceOf(Verdict.Core.class);
        assertThat(SwitchPlan.of(wish(GRID, true), ALL, on("grid"))).isInstanceOf(Verdict.Core.class);
    }

    @Test
    void what_nobody_needs_is_switched_off() {
        assertThat(SwitchPlan.of(wish(POINTS, false), ALL, on("grid", "matters", "points")))
                .isInstanceOf(Verdict.Free.class);
    }

    @Test
    void what_others_need_is_not_switched_off_alone_and_they_are_named() {
        assertThat(SwitchPlan.of(wish(MATTERS, false), ALL, on("grid", "matters", "reporting", "points")))
                .isEqualTo(new Verdict.NeededBy(List.of("points", "reporting")));
    }

    @Test
    void who_is_off_needs_nothing() {
        assertThat(SwitchPlan.of(wish(MATTERS, false), ALL, on("grid", "matters")))
                .isInstanceOf(Verdict.Free.class);
    }

    @Test
    void a_module_is_not_switched_on_before_what_it_needs() {
        assertThat(SwitchPlan.of(wish(POINTS, true), ALL, on("grid"))).isEqualTo(new Verdict.Needs(List.of("matters")));
        assertThat(SwitchPlan.of(wish(POINTS, true), ALL, on("grid", "matters")))
                .isInstanceOf(Verdict.Free.class);
    }

    @Test
    void a_module_is_not_switched_on_when_what_it_needs_is_not_installed() {
        assertThat(SwitchPlan.of(wish(POINTS, true), List.of(POINTS), id -> true))
                .isEqualTo(new Verdict.Missing(List.of("matters")));
    }

    @Test
    void what_it_needs_and_what_that_needs_is_named_and_switched_on_along_with_it() {
        ModuleInfo shop = module("shop", true, "points");
        List<ModuleInfo> all = List.of(GRID, MATTERS, POINTS, shop);
        assertThat(SwitchPlan.of(wish(shop, true), all, on("grid")))
                .isEqualTo(new Verdict.Needs(List.of("matters", "points")));
        assertThat(SwitchPlan.of(new Wish(shop, true, true), all, on("grid")))
                .isEqualTo(new Verdict.Free(List.of("matters", "points")));
        assertThat(SwitchPlan.of(new Wish(shop, true, true), all, on("grid", "matters", "points")))
                .isEqualTo(new Verdict.Free(List.of()));
    }

    @Test
    void modules_that_need_each_other_are_switched_on_together() {
        ModuleInfo here = module("here", true, "there");
        ModuleInfo there = module("there", true, "here");
        assertThat(SwitchPlan.of(new Wish(here, true, true), List.of(here, there), on()))
                .isEqualTo(new Verdict.Free(List.of("there")));
    }

    private static Wish wish(ModuleInfo module, boolean on) {
        return new Wish(module, on, false);
    }

    private static Predicate<String> on(String... modules) {
        return Set.of(modules)::contains;
    }

    private static ModuleInfo module(String id, boolean switchable, String... needs) {
        return new ModuleInfo(id, "1.0.0", LocalText.of(id, id), Set.of(needs), List.of(), switchable);
    }
}
