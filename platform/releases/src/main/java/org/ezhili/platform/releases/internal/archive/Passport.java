package org.ezhili.platform.releases.internal.archive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ezhili.platform.LocalText;

/**
 * What a release says of itself, in {@code META-INF/ezhili/passport.json}. All but title, platform and network is made from its
 * bundles when it is packed, and held against them when it arrives.
 *
 * @param id of the module
 * @param version of the release and of the bundle that provides the module
 * @param platform range of the platform's versions that it works on
 * @param apis packages of the platform and of modules that it uses, its own included, with their ranges of versions
 * @param permissions that its resources ask for
 * @param reads types of others by which data comes to it: the platform's directories and stores, other modules' contracts
 * @param sends types of the events that it can tell others
 * @param network hosts outside that it talks to; empty: none, and then its classes know no sockets
 */
public record Passport(
        String id,
        String version,
        LocalText title,
        String platform,
        Map<String, String> apis,
        List<String> permissions,
        List<String> reads,
        List<String> sends,
        List<String> network) {

    /** Where it stands in an archive. */
    public static final String PLACE = "META-INF/ezhili/passport.json";

    public Passport {
        apis = Map.copyOf(apis);
        permissions = permissions.stream().sorted().toList();
        reads = reads.stream().sorted().toList();
        sends = sends.stream().sorted().toList();
        network = network.stream().sorted().toList();
    }

    /** As it is made of what was declared by hand and what the bundles do. */
    public Passport with(Content content) {
        return new Passport(
                id,
                version,
                title,
                platform,
                content.apis(),
                List.copyOf(content.permissions()),
                List.copyOf(content.reads()),
                List.copyOf(content.sends()),
                network);
    }

    /** The packages in their order. */
    public Map<String, String> apisInOrder() {
        return new TreeMap<>(apis);
    }
}
