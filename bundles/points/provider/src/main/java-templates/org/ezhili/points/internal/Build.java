package org.ezhili.points.internal;

/** What only the build knows. */
public final class Build {

    public static final String VERSION = "${project.version}";
    public static final String BUNDLE = "${project.artifactId}/${project.version}";

    private Build() {}
}
