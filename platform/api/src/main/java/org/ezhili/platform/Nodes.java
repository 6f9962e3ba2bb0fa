package org.ezhili.platform;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The nodes that share this district's database. Thread-safe. */
@ProviderType
public interface Nodes {

    /**
     * This node, as it was last written down.
     *
     * @throws ProblemException 503 {@code node-number} while this node holds no number
     */
    Node mine();

    /**
     * The nodes that are there now, this one included, by number; asked of the database. A node that died without a word is
     * listed until its hold on its number has run out, 20 seconds at most; one that was stopped goes at once.
     *
     * @throws ProblemException 503 {@code database-away}
     */
    List<Node> present();
}
