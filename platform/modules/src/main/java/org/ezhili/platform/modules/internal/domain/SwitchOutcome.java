package org.ezhili.platform.modules.internal.domain;

import java.util.List;

/** How a wish to switch ended. */
public sealed interface SwitchOutcome {

    /**
     * It is as wished, whether or not it was before.
     *
     * @param along modules that it needs and that were switched on with it
     */
    record Done(boolean on, List<String> along) implements SwitchOutcome {}

    /** There is no such street or module that the caller may know of. */
    record Unknown() implements SwitchOutcome {}

    /** The rules are against it. */
    record Refused(SwitchPlan.Verdict why) implements SwitchOutcome {}
}
