package org.ezhili.platform.modules.internal.domain;

import org.ezhili.platform.AreaCode;

/** A module for a street. */
public record Switch(AreaCode street, String module) {}
