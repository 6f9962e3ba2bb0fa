package org.ezhili.platform.security;

import org.ezhili.platform.AreaCode;

/** A role held for an area and all that lies in it. */
public record Grant(Role role, AreaCode area) {}
