package org.ezhili.matters.internal;

/** What only the build knows. */
final class Build {

    static final String VERSION = "${project.version}";
    static final String BUNDLE = "${project.artifactId}/${project.version}";

    private Build() {}
}
