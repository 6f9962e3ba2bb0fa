package org.ezhili.platform.persistence.internal;

import com.github.f4b6a3.tsid.TsidFactory;
import org.ezhili.platform.Ids;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Time-ordered ids with 10 bits for the node. Every node of a cluster has its own number, 0 to 1023, in the system property
 * {@code ezhili.node}; one node alone needs none.
 */
@Component
public final class TsidIds implements Ids {

    private static final int NODE_BITS = 10;

    private final TsidFactory factory;

    @Activate
    public TsidIds() {
        this(Integer.getInteger("ezhili.node", 0));
    }

    public TsidIds(int node) {
        factory = TsidFactory.builder().withNodeBits(NODE_BITS).withNode(node).build();
    }

    @Override
    public long next() {
        return factory.create().toLong();
    }
}
