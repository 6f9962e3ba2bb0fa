package org.ezhili.platform.modules.internal.domain;

/** How a wish to switch ended. */
public sealed interface SwitchOutcome {

    /** It is as wished, whether or not it was before. */
    record Done(boolean on) implements SwitchOutcome {}

    /** There is no such street or module that the caller may know of. */
    record Unknown() implements SwitchOutcome {}

    /** The rules are against it. */
    record Refused(SwitchPlan.Verdict why) implements SwitchOutcome {}
}
