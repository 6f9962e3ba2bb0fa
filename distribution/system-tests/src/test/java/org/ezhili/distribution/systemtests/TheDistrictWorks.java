package org.ezhili.distribution.systemtests;

/** The same, who may call each of its endpoints, and what is done at its shell. */
abstract class TheDistrictWorks extends TheDistrictLives implements WhoMayCallWhat, AtTheShell {}
