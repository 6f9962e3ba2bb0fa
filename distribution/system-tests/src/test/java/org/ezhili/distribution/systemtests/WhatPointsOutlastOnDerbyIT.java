package org.ezhili.distribution.systemtests;

/** Derby lies in the node that is killed: it recovers from its own log. */
class WhatPointsOutlastOnDerbyIT extends WhatPointsOutlast {

    @Override
    Database database() {
        return Database.derby();
    }
}
