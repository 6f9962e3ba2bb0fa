package org.ezhili.platform.security.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/** A change of one's own password. */
public record PasswordJson(
        @NotNull @Size(max = 400) String old,
        @JsonProperty("new") @NotNull @Size(max = 400) String fresh) {

    @Override
    public String toString() {
        return "PasswordJson[hidden]";
    }
}
