package org.ezhili.platform.security.internal.rest;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/** Who signs in. */
public record CredentialsJson(
        @NotBlank @Size(max = 100) String account,
        @NotNull @Size(max = 400) String password) {

    @Override
    public String toString() {
        return "CredentialsJson[hidden]";
    }
}
