package org.ezhili.platform.releases.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ezhili.platform.releases.internal.upgrades.NodeWalk;
import org.ezhili.platform.releases.internal.upgrades.Upgrade;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade or roll-back and how far it is.
 *
 * @param state open, done or failed
 */
public record UpgradeJson(
        String id,
        boolean back,
        String state,
        boolean calledOff,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        List<StepJson> steps,
        List<NodeJson> nodes) {

    /**
     * The way of one module.
     *
     * @param from empty when it comes for the first time
     * @param to empty on the way back from there
     */
    public record StepJson(String module, String from, String to) {}

    /** Why a node gave up, in words. */
    public record WhyJson(String code, String title, String detail) {}

    /**
     * How far a node is.
     *
     * @param percent of the way
     * @param switchMicros while the pointer moved
     * @param drained requests under way at the switch
     * @param disturbed bundles of others that were stopped on the way; there must be none
     */
    public record NodeJson(
            int node,
            String name,
            String stage,
            int percent,
            Instant begunAt,
            @Nullable Instant endedAt,
            long tookMillis,
            long switchMicros,
            long drainMillis,
            long drained,
            List<String> disturbed,
            @Nullable WhyJson problem) {}

    static UpgradeJson of(Upgrade upgrade, Locale locale) {
        return new UpgradeJson(
                Long.toString(upgrade.id()),
                upgrade.back(),
                upgrade.state().name().toLowerCase(Locale.ROOT),
                upgrade.calledOff(),
                upgrade.askedBy(),
                upgrade.askedAt(),
                upgrade.endedAt().orElse(null),
                upgrade.steps().stream()
                        .map(step -> new StepJson(
                                step.module(),
                                step.isFirst() ? "" : step.from().toString(),
                                step.isLast() ? "" : step.to().toString()))
                        .toList(),
                upgrade.nodes().stream().map(walk -> node(walk, locale)).toList());
    }

    private static NodeJson node(NodeWalk walk, Locale locale) {
        return new NodeJson(
                walk.node(),
                walk.name(),
                walk.stage().name().toLowerCase(Locale.ROOT),
                walk.stage().percent(),
                walk.begunAt(),
                walk.endedAt().orElse(null),
                walk.took().toMillis(),
                walk.switching().toNanos() / 1_000,
                walk.draining().toMillis(),
                walk.drained(),
                walk.disturbed(),
                walk.problem()
                        .map(why -> new WhyJson(why.code(), Words.title(why, locale), Words.detail(why, locale)))
                        .orElse(null));
    }
}
