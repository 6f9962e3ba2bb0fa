package org.ezhili.platform.releases.internal.archive;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an artifact stands in a repository of Maven's layout.
 *
 * @param classifier empty when it has none
 */
public record MavenName(String group, String artifact, String version, String type, String classifier)
        implements Comparable<MavenName> {

    private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final Pattern ADDRESS =
            Pattern.compile("mvn:(" + WORD + ")/(" + WORD + ")/(" + WORD + ")(?:/([a-z]+)(?:/(" + WORD + "))?)?");

    /** From {@code mvn:group/artifact/version[/type[/classifier]]}; empty for anything else, ranges and other repositories included. */
    public static Optional<MavenName> ofAddress(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches() || address.contains("..")) {
            return Optional.empty();
        }
        String type = matcher.group(4) == null ? "jar" : matcher.group(4);
        String classifier = matcher.group(5) == null ? "" : matcher.group(5);
        return Optional.of(new MavenName(matcher.group(1), matcher.group(2), matcher.group(3), type, classifier));
    }

    /** From {@code group/artifact/version/artifact-version[-classifier].type}; empty when the parts do not agree. */
    public static Optional<MavenName> ofPath(String path) {
        String[] parts = path.split("/", -1);
        int count = parts.length;
        if (count < 4) {
            return Optional.empty();
        }
        String artifact = parts[count - 3];
        String version = parts[count - 2];
        String group = String.join(".", Arrays.copyOf(parts, count - 3));
        Matcher file = Pattern.compile(Pattern.quote(artifact + "-" + version) + "(?:-(" + WORD + "))?\\.([a-z]+)")
                .matcher(parts[count - 1]);
        if (!file.matches()) {
            return Optional.empty();
        }
        String classifier = file.group(1) == null ? "" : file.group(1);
        MavenName name = new MavenName(group, artifact, version, file.group(2), classifier);
        return ofAddress(name.address()).filter(read -> read.path().equals(path));
    }

    public String path() {
        String suffix = classifier.isEmpty() ? "" : "-" + classifier;
        return group.replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-" + version + suffix + "."
                + type;
    }

    public String address() {
        boolean isPlain = type.equals("jar") && classifier.isEmpty();
        String rest = isPlain ? "" : "/" + type + (classifier.isEmpty() ? "" : "/" + classifier);
        return "mvn:" + group + "/" + artifact + "/" + version + rest;
    }

    @Override
    public int compareTo(MavenName other) {
        return path().compareTo(other.path());
    }

    /** Package URL, as lists of parts name it. */
    public String purl() {
        return "pkg:maven/" + group + "/" + artifact + "@" + version;
    }
}
