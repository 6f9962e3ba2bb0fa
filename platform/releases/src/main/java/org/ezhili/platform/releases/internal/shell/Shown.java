package org.ezhili.platform.releases.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ezhili.platform.releases.internal.rest.Words;
import org.ezhili.platform.releases.internal.upgrades.NodeWalk;
import org.ezhili.platform.releases.internal.upgrades.Upgrade;
import org.ezhili.platform.releases.internal.upgrades.Upgrade.State;
import org.ezhili.platform.releases.internal.upgrades.Upgrades;
import org.ezhili.platform.releases.internal.walk.Step;

/** How walks are shown in the shell. */
final class Shown {

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);

    private Shown() {}

    static void table(List<Upgrade> upgrades, boolean plain) {
        ShellTable table = new ShellTable();
        for (String column : List.of("id", "at", "by", "way", "steps", "state", "took ms", "drained", "why")) {
            table.column(column);
        }
        upgrades.forEach(upgrade -> table.addRow()
                .addContent(
                        upgrade.id(),
                        upgrade.askedAt(),
                        upgrade.askedBy(),
                        upgrade.back() ? "back" : "up",
                        steps(upgrade),
                        upgrade.state().name().toLowerCase(Locale.ROOT),
                        each(upgrade, walk -> Long.toString(walk.took().toMillis())),
                        each(upgrade, walk -> Long.toString(walk.drained())),
                        each(upgrade, Shown::why)));
        table.emptyTableText("nothing has been upgraded yet");
        table.print(System.out, !plain);
    }

    private static String steps(Upgrade upgrade) {
        return upgrade.steps().stream()
                .map(step -> step.module() + " " + Step.shown(step.from()) + " -> " + Step.shown(step.to()))
                .collect(Collectors.joining(", "));
    }

    private static String each(Upgrade upgrade, java.util.function.Function<NodeWalk, String> part) {
        return upgrade.nodes().stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | "));
    }

    private static String why(NodeWalk walk) {
        return walk.problem().map(why -> Words.detail(why, Locale.ENGLISH)).orElse("");
    }

    /** Prints each stage of each node as it is reached, until the walk is over; a walk that failed fails the command. */
    static void follow(Upgrades upgrades, Upgrade begun) throws CommandException {
        String told = "";
        Upgrade now = begun;
        while (now.state() == State.OPEN && !Thread.currentThread().isInterrupted()) {
            told = tell(now, told);
            LockSupport.parkNanos(LOOK_AGAIN);
            Optional<Upgrade> again = upgrades.find(begun.id());
            if (again.isEmpty()) {
                return;
            }
            now = again.get();
        }
        tell(now, told);
        String end = steps(now) + ": " + now.state().name().toLowerCase(Locale.ROOT);
        if (now.state() == State.FAILED) {
            throw new CommandException(end, end);
        }
        System.out.println(end);
    }

    private static String tell(Upgrade now, String told) {
        String line = now.nodes().stream()
                .map(walk -> String.format(
                        Locale.ROOT,
                        "%3d %% %s on node %d %s",
                        walk.stage().percent(),
                        walk.stage().name().toLowerCase(Locale.ROOT),
                        walk.node(),
                        why(walk)))
                .collect(Collectors.joining(" | "));
        if (!line.isEmpty() && !line.equals(told)) {
            System.out.println(line.trim());
        }
        return line;
    }
}
