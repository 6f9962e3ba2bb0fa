package org.ezhili.platform.releases.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.Problem;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.platform.releases.internal.upgrades.NodeWalk;
import org.ezhili.platform.releases.internal.walk.Stage;
import org.jspecify.annotations.Nullable;

@Entity
@IdClass(UpgradeNodeKey.class)
@Table(schema = "releases", name = "upgrade_node")
class UpgradeNodeRow {

    private static final String BETWEEN = "\u001f";
    /** Between the two languages of one text. */
    private static final String OR = "\u001e";

    private static final int LONGEST = 2_000;

    @Id
    @Column(name = "upgrade_id")
    private long upgrade;

    @Id
    @Column(name = "node")
    private int node;

    @Column(name = "name")
    private String name;

    @Column(name = "stage")
    private String stage;

    @Column(name = "begun_at")
    @Convert(converter = InstantAttribute.class)
    private Instant begunAt;

    @Column(name = "ended_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant endedAt;

    @Column(name = "took_millis")
    private long tookMillis;

    @Column(name = "switch_micros")
    private long switchMicros;

    @Column(name = "drain_millis")
    private long drainMillis;

    @Column(name = "drained")
    private long drained;

    @Column(name = "disturbed")
    private @Nullable String disturbed;

    @Column(name = "problem")
    private @Nullable String problem;

    @Column(name = "arguments")
    private @Nullable String arguments;

    protected UpgradeNodeRow() {}

    UpgradeNodeRow(long upgrade, NodeWalk walk) {
        this.upgrade = upgrade;
        this.node = walk.node();
        set(walk);
    }

    final void set(NodeWalk walk) {
        name = walk.name();
        stage = walk.stage().name();
        begunAt = walk.begunAt();
        endedAt = walk.endedAt().orElse(null);
        tookMillis = walk.took().toMillis();
        switchMicros = walk.switching().toNanos() / 1_000;
        drainMillis = walk.draining().toMillis();
        drained = walk.drained();
        disturbed = walk.disturbed().isEmpty() ? null : cut(String.join(BETWEEN, walk.disturbed()));
        problem = walk.problem().map(Problem::code).orElse(null);
        arguments = walk.problem().map(UpgradeNodeRow::joined).orElse(null);
    }

    private static String joined(Problem problem) {
        String all = String.join(
                BETWEEN,
                problem.arguments().stream().map(UpgradeNodeRow::written).toList());
        return cut(all);
    }

    private static String written(Object argument) {
        return argument instanceof LocalText text
                ? legible(text.zh()) + OR + legible(text.en())
                : legible(String.valueOf(argument));
    }

    /** A module's own words may hold anything; a database does not take everything. */
    private static String legible(String words) {
        return words.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
    }

    private static Object read(String written) {
        int or = written.indexOf(OR);
        return or < 0 ? written : LocalText.of(written.substring(0, or), written.substring(or + OR.length()));
    }

    private static String cut(String all) {
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST);
    }

    long upgrade() {
        return upgrade;
    }

    NodeWalk toDomain() {
        return new NodeWalk(
                node,
                name,
                Stage.valueOf(stage),
                begunAt,
                Optional.ofNullable(endedAt),
                Duration.ofMillis(tookMillis),
                Duration.ofNanos(switchMicros * 1_000),
                Duration.ofMillis(drainMillis),
                drained,
                disturbed == null ? List.of() : List.of(disturbed.split(BETWEEN, -1)),
                Optional.ofNullable(problem).map(this::why));
    }

    private Problem why(String code) {
        String filling = arguments == null ? "" : arguments;
        List<Object> fillings = Arrays.stream(filling.split(BETWEEN, -1))
                .map(UpgradeNodeRow::read)
                .toList();
        return new Problem(409, code, fillings, List.of(), 0);
    }
}
