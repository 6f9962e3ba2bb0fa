package org.ezhili.distribution.systemtests;

/** Derby lies in the node that is killed: it recovers from its own log. */
class PointsInPowerCutsOnDerbyIT extends PointsInPowerCuts {

    @Override
    Database database() {
        return Database.derby();
    }
}
