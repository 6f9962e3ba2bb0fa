package org.ezhili.platform.releases.internal.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.releases.internal.Build;
import org.ezhili.platform.releases.internal.upgrades.NodeWalk;
import org.ezhili.platform.releases.internal.upgrades.Upgrade;
import org.ezhili.platform.releases.internal.upgrades.Upgrade.State;
import org.ezhili.platform.releases.internal.walk.Step;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every walk there was and is, on every node, and the versions that all nodes are to serve. Kept for good. Thread-safe. */
@Component(service = UpgradeStore.class)
public final class UpgradeStore {

    private final Database database;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public UpgradeStore(
            @Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a walk; empty when one of its modules is on its way already. Until it is done the versions before it are wanted. */
    public Optional<Upgrade> open(List<Step> steps, boolean back, String askedBy) {
        try {
            return Optional.of(database.write(work -> {
                EntityManager entities = work.entities();
                UpgradeRow row = new UpgradeRow(ids.next(), back, askedBy, now());
                entities.persist(row);
                for (Step step : steps) {
                    entities.persist(new UpgradeOpenRow(step.module(), row.id()));
                    entities.persist(new UpgradeStepRow(row.id(), step));
                    entities.merge(new WantedRow(step.module(), step.from()));
                }
                entities.flush();
                return toDomain(entities, List.of(row)).get(0);
            }));
        } catch (DuplicateRowException another) {
            return Optional.empty();
        }
    }

    public Optional<Upgrade> find(long id) {
        return database.read(entities -> Optional.ofNullable(entities.find(UpgradeRow.class, id))
                .map(row -> toDomain(entities, List.of(row)).get(0)));
    }

    /** Walks that are under way, oldest first; there are as many as modules at most. */
    public List<Upgrade> open() {
        return database.read(entities -> toDomain(
                entities,
                entities.createQuery("SELECT u FROM UpgradeRow u WHERE u.state = :open ORDER BY u.id", UpgradeRow.class)
                        .setParameter("open", State.OPEN.name())
                        .getResultList()));
    }

    /** All walks, or those of a module; newest first. */
    public Page<Upgrade> list(Optional<String> module, PageRequest page) {
        long before = page.cursor().map(Long::parseLong).orElse(Long.MAX_VALUE);
        String text = module.isPresent()
                ? "SELECT u FROM UpgradeRow u, UpgradeStepRow s WHERE s.upgrade = u.id AND s.module = :module"
                        + " AND s.upgrade < :before ORDER BY s.upgrade DESC"
                : "SELECT u FROM UpgradeRow u WHERE u.id < :before ORDER BY u.id DESC";
        return database.read(entities -> {
            var query = entities.createQuery(text, UpgradeRow.class)
                    .setParameter("before", before)
                    .setMaxResults(page.limit() + 1);
            module.ifPresent(name -> query.setParameter("module", name));
            List<Upgrade> read = toDomain(entities, query.getResultList());
            return Page.of(read, page.limit(), upgrade -> Long.toString(upgrade.id()));
        });
    }

    /** Gives a node its turn, if it is still whose it was when the node looked. */
    public boolean claim(long id, int turn, int node) {
        return database.write(work -> work.entities()
                        .createQuery("UPDATE UpgradeRow u SET u.turn = :node WHERE u.id = :id AND u.turn = :turn"
                                + " AND u.state = :open")
                        .setParameter("node", node)
                        .setParameter("id", id)
                        .setParameter("turn", turn)
                        .setParameter("open", State.OPEN.name())
                        .executeUpdate()
                == 1);
    }

    public void note(long id, NodeWalk walk) {
        database.write(work -> {
            work.entities().merge(new UpgradeNodeRow(id, walk));
            return id;
        });
    }

    /** Asks to give a walk up; false when it is over. */
    public boolean callOff(long id, String by) {
        return changed(id, row -> {
            row.callOff(by);
            return true;
        });
    }

    public void endTurn(long id) {
        changed(id, row -> {
            row.turn(Upgrade.NOBODY);
            return true;
        });
    }

    /** Ends a walk; false when it is over already. When it is done, its versions are the wanted ones. */
    public boolean end(Upgrade upgrade, State how) {
        return database.write(work -> {
            EntityManager entities = work.entities();
            UpgradeRow row = entities.find(UpgradeRow.class, upgrade.id());
            boolean open = row.state() == State.OPEN;
            if (open) {
                row.end(how, now());
                for (Step step : upgrade.steps()) {
                    UpgradeOpenRow way = entities.find(UpgradeOpenRow.class, step.module());
                    if (way != null) {
                        entities.remove(way);
                    }
                    if (how == State.DONE) {
                        entities.merge(new WantedRow(step.module(), step.to()));
                    }
                }
            }
            return open;
        });
    }

    public Map<String, Version> wanted() {
        return database.read(
                entities -> entities.createQuery("SELECT w FROM WantedRow w", WantedRow.class).getResultList().stream()
                        .collect(Collectors.toMap(WantedRow::module, WantedRow::version)));
    }

    public void want(String module, Version version) {
        database.write(work -> work.entities().merge(new WantedRow(module, version)));
    }

    private boolean changed(long id, Function<UpgradeRow, Boolean> change) {
        return database.write(work -> {
            UpgradeRow row = work.entities().find(UpgradeRow.class, id);
            return row != null && row.state() == State.OPEN && change.apply(row);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<Upgrade> toDomain(EntityManager entities, List<UpgradeRow> rows) {
        Set<Long> wanted = rows.stream().map(UpgradeRow::id).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Step>> steps = new HashMap<>();
        entities.createQuery(
                        "SELECT s FROM UpgradeStepRow s WHERE s.upgrade IN :ids ORDER BY s.upgrade, s.module",
                        UpgradeStepRow.class)
                .setParameter("ids", wanted)
                .getResultList()
                .forEach(row -> steps.computeIfAbsent(row.upgrade(), id -> new ArrayList<>())
                        .add(row.toDomain()));
        Map<Long, List<NodeWalk>> walks = new TreeMap<>();
        entities.createQuery(
                        "SELECT n FROM UpgradeNodeRow n WHERE n.upgrade IN :ids ORDER BY n.upgrade, n.node",
                        UpgradeNodeRow.class)
                .setParameter("ids", wanted)
                .getResultList()
                .forEach(row -> walks.computeIfAbsent(row.upgrade(), id -> new ArrayList<>())
                        .add(row.toDomain()));
        return rows.stream()
                .map(row -> new Upgrade(
                        row.id(),
                        row.isBack(),
                        row.state(),
                        steps.getOrDefault(row.id(), List.of()),
                        row.isCalledOff(),
                        row.askedBy(),
                        row.askedAt(),
                        row.endedAt(),
                        row.turn(),
                        walks.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
