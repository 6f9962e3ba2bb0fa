package org.ezhili.points.internal.rest.activities;

import java.util.List;

/**
 * What the caller is as a volunteer.
 *
 * @param minutes that count, in all streets together
 * @param stars for them, 0 to 5
 */
public record OwnVolunteerJson(List<VolunteerJson> items, long minutes, int stars) {}
