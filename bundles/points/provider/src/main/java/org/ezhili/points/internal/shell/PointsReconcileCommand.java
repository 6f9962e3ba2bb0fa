package org.ezhili.points.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ezhili.points.internal.store.ledger.Finding;
import org.ezhili.points.internal.store.ledger.Reconciliation;
import org.jspecify.annotations.Nullable;

/** Proves the points ledger, or names what is off. */
@Service
@Command(scope = "ezhili", name = "points-reconcile", description = "Are all points where the ledger says they are?")
public final class PointsReconcileCommand implements Action {

    @Reference
    Reconciliation reconciliation;

    /** Prints: what a command returns is shown to people who sit at the shell, not to scripts that call it over ssh. */
    @Override
    public @Nullable Object execute() {
        List<Finding> findings = reconciliation.run();
        System.out.println(
                findings.isEmpty()
                        ? "the ledger is right"
                        : findings.stream().map(PointsReconcileCommand::line).collect(Collectors.joining("\n")));
        return null;
    }

    private static String line(Finding finding) {
        return String.format(
                Locale.ROOT,
                "%-20s %-20d is %d, should be %d",
                finding.check(),
                finding.subject(),
                finding.written(),
                finding.expected());
    }
}
