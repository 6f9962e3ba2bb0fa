package org.ezhili.platform.persistence.internal.blobs;

/** {@code etc/org.ezhili.platform.blobs.cfg}; without an endpoint blobs are kept in a folder. */
@interface BlobsConfig {

    String endpoint() default "";

    String region() default "us-east-1";

    String bucket() default "";

    String prefix() default "";

    boolean pathStyle() default true;

    String accessKey() default "";

    String secretKey() default "";

    int timeoutSeconds() default 10;
}
