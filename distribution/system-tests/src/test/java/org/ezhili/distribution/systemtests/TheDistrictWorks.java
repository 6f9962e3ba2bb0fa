package org.ezhili.distribution.systemtests;

/** The same, and who may call each of its endpoints. */
abstract class TheDistrictWorks extends TheDistrictLives implements WhoMayCallWhat {}
