package org.ezhili.matters.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.ezhili.matters.internal.domain.limits.Category;
import org.ezhili.platform.LocalText;
import org.jspecify.annotations.Nullable;

/** One line of the catalogue. A major has no parent and no limit. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoryJson(
        String code,
        LocalText name,
        @Nullable String parent,
        @Nullable LimitJson limit,
        int priority) {

    static CategoryJson of(Category category) {
        return new CategoryJson(
                category.code(),
                category.name(),
                category.parent().orElse(null),
                category.limit().map(LimitJson::of).orElse(null),
                category.priority());
    }
}
