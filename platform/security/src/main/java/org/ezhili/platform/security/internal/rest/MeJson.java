package org.ezhili.platform.security.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and what they may do where. */
public record MeJson(
        String account,
        String name,
        List<GrantJson> grants,
        Map<String, List<String>> permissions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String csrf) {

    static MeJson of(Caller caller, Optional<String> csrf) {
        Map<String, List<String>> permissions = new TreeMap<>();
        caller.permissions()
                .forEach((id, areas) -> permissions.put(
                        id, areas.stream().sorted().map(AreaCode::digits).toList()));
        return new MeJson(
                caller.account(),
                caller.name(),
                caller.grants().stream().map(GrantJson::of).toList(),
                permissions,
                csrf.orElse(null));
    }
}
