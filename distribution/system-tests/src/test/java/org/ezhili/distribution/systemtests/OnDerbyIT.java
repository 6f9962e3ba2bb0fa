package org.ezhili.distribution.systemtests;

/** The district as it comes, on Derby. */
class OnDerbyIT extends TheDistrictWorks {

    @Override
    Database database() {
        return Database.derby();
    }
}
