package org.ezhili.platform.releases.internal;

/** What the build knows of this bundle. */
public final class Build {

    public static final String VERSION = "${project.version}";
    public static final String BUNDLE = "${project.artifactId}/${project.version}";

    private Build() {}
}
