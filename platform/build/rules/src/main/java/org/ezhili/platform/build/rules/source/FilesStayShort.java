package org.ezhili.platform.build.rules.source;

import java.util.List;

/** A file of over {@value #MOST} lines is about two things. */
public final class FilesStayShort {

    public static final int MOST = 400;

    private FilesStayShort() {}

    /** What is wrong with a source file, in words; empty when it is short enough. */
    public static List<String> faults(String source) {
        long lines = source.lines().count();
        return lines <= MOST ? List.of() : List.of("has " + lines + " lines; over " + MOST + " it is two nouns");
    }
}
