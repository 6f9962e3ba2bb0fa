package org.ezhili.platform.modules.internal.shell;

import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.modules.internal.SwitchBoard;
import org.ezhili.platform.modules.internal.domain.Switch;
import org.ezhili.platform.modules.internal.domain.SwitchOutcome;
import org.ezhili.platform.modules.internal.domain.SwitchPlan.Verdict;

/** Switches a module for a street and says in words what came of it. */
final class Turning {

    private Turning() {}

    static void turn(Session session, SwitchBoard board, Switch key, boolean on, boolean withNeeded)
            throws CommandException {
        AreaCode street = key.street();
        SwitchOutcome outcome = board.turn(Operator.of(session, street), key, on, withNeeded);
        if (!(outcome instanceof SwitchOutcome.Done)) {
            throw Operator.refusal(text(outcome, key));
        }
        System.out.println(text(outcome, key));
    }

    private static String text(SwitchOutcome outcome, Switch key) {
        if (outcome instanceof SwitchOutcome.Done done) {
            String along =
                    done.along().isEmpty() ? "" : ", and so is what it needs: " + String.join(", ", done.along());
            return key.module() + " is " + (done.on() ? "on" : "off") + " for " + key.street() + along;
        }
        if (outcome instanceof SwitchOutcome.Refused refused) {
            return "refused: " + why(refused.why(), key.module());
        }
        return "there is no such street or module: " + key.street() + ", " + key.module();
    }

    private static String why(Verdict verdict, String module) {
        if (verdict instanceof Verdict.NeededBy needed) {
            return "these need it, switch them off first: " + String.join(", ", needed.modules());
        }
        if (verdict instanceof Verdict.Needs needs) {
            return "it needs " + String.join(", ", needs.modules()) + "; --with-needed switches them on too";
        }
        if (verdict instanceof Verdict.Missing missing) {
            return "it needs what is not installed: " + String.join(", ", missing.modules());
        }
        return module + " belongs to the core and is always on";
    }
}
