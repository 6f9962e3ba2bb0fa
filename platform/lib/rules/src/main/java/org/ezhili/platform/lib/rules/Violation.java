package org.ezhili.platform.lib.rules;

/**
 * One broken rule.
 *
 * @param rule its name
 * @param where the jar or source file
 * @param what is wrong, in words
 */
public record Violation(String rule, String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what + " [" + rule + "]";
    }
}
