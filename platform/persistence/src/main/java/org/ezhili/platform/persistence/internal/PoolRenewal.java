package org.ezhili.platform.persistence.internal;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up the pool's connections, each when nobody uses it. Derby's parser keeps in each connection who called it first, down to
 * the class; a version of a module that has gone would be kept with it.
 */
final class PoolRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(PoolRenewal.class);
    private static final String POOLS = "com.zaxxer.hikari:type=Pool (*)";

    private PoolRenewal() {}

    static void begin() {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            for (ObjectName pool : beans.queryNames(new ObjectName(POOLS), null)) {
                beans.invoke(pool, "softEvictConnections", null, null);
            }
        } catch (JMException away) {
            LOG.debug("the pool keeps its connections", away);
        }
    }
}
