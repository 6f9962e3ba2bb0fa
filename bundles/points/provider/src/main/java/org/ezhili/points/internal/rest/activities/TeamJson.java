package org.ezhili.points.internal.rest.activities;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A team.
 *
 * @param leader account; left out while the team has none
 * @param minutes the members' hours in this street together
 * @param mine what the caller is in it: leader, member, asked or none
 * @param requests how many ask to be in it; left out for who does not decide on that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamJson(
        String id,
        String area,
        @Nullable String areaName,
        String name,
        @Nullable String leader,
        @Nullable String leaderName,
        long members,
        long minutes,
        String mine,
        @Nullable Long requests) {}
