package org.ezhili.points.internal.store.earning;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a {@link BudgetRow}: which street, which year. JPA wants it mutable. */
class BudgetRowId implements Serializable {

    private static final long serialVersionUID = 1L;

    private String street = "";
    private int year;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BudgetRowId that && that.street.equals(street) && that.year == year;
    }

    @Override
    public int hashCode() {
        return Objects.hash(street, year);
    }
}
