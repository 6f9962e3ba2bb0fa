package org.ezhili.platform.persistence.internal.blobs;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where in an S3-compatible store the blobs are, and who asks for them.
 *
 * @param endpoint scheme, host and port of the store
 * @param bucket must be there already
 * @param prefix before every name; empty, or ending with a slash
 * @param pathStyle {@code endpoint/bucket/name}; else {@code bucket.endpoint/name}
 * @param patience how long one try may take, from the first byte to the last
 */
public record S3Place(
        URI endpoint,
        String region,
        String bucket,
        String prefix,
        boolean pathStyle,
        String accessKey,
        String secretKey,
        Duration patience) {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    public S3Place {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null || !endpoint.getPath().matches("/?")) {
            throw new IllegalArgumentException("endpoint must be http(s)://host[:port]: " + endpoint);
        }
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("not the name of a bucket: '" + bucket + "'");
        }
        if (region.isBlank() || accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("region, accessKey and secretKey are needed beside the endpoint");
        }
        if (!prefix.isEmpty()) {
            BlobName.checked(prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix);
            prefix = prefix.endsWith("/") ? prefix : prefix + "/";
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("timeoutSeconds must be 1 or more");
        }
    }

    URI of(String name) {
        String key = prefix + BlobName.checked(name);
        String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
        return pathStyle
                ? URI.create(endpoint.getScheme() + "://" + endpoint.getHost() + port + "/" + bucket + "/" + key)
                : URI.create(endpoint.getScheme() + "://" + bucket + "." + endpoint.getHost() + port + "/" + key);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "bucket " + bucket + (prefix.isEmpty() ? "" : ", prefix " + prefix) + " at " + endpoint;
    }
}
