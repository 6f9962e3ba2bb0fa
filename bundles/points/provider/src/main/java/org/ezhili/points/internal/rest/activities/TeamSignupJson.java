package org.ezhili.points.internal.rest.activities;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of one member when the team was signed up.
 *
 * @param state seated or waiting; left out when it was refused
 * @param refusal the problem's code; left out when it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamSignupJson(
        String account,
        @Nullable String name,
        @Nullable String state,
        @Nullable String refusal) {}
