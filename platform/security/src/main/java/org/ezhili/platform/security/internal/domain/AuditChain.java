package org.ezhili.platform.security.internal.domain;

import org.ezhili.platform.AreaCode;

/**
 * Ties each audit line to all lines before it: a line that is changed, taken out or put in between breaks every hash
 * after it. The newest hash, kept outside the database, also shows a chain that was cut or made anew.
 */
public final class AuditChain {

    /** The hash before the first line. */
    public static final String START = "0".repeat(64);

    private AuditChain() {}

    public static String next(String before, AuditLine line) {
        return Digest.of(String.join(
                "\n",
                before,
                Long.toString(line.id()),
                Long.toString(line.at().toEpochMilli()),
                escaped(line.account()),
                escaped(line.action()),
                escaped(line.subject()),
                line.area().map(AreaCode::digits).orElse(""),
                escaped(line.outcome())));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
