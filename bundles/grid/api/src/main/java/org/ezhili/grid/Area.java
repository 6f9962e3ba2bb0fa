package org.ezhili.grid;

import org.ezhili.platform.AreaCode;

/**
 * One area of the tree.
 *
 * @param code national division code, or its extension below the community
 * @param name as people say it, at most 100 characters
 * @param kind what sort of area of its level; {@link AreaKind#DIVISION} above the grids
 */
public record Area(AreaCode code, String name, AreaKind kind) {}
