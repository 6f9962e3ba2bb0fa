package org.ezhili.platform.module;

import org.ezhili.platform.AreaCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What streets have set for a module, within what {@link Module#settings()} allows. Answers come from memory; a change is seen
 * on every node within a second. Thread-safe.
 */
@ProviderType
public interface Settings {

    /**
     * What holds at {@code area}: the value of its street, else that of its district, else the default of the schema. Above the
     * streets the district's values hold. To be asked at the time of use, not kept.
     *
     * <p>A value that no longer fits the schema counts as not set.
     */
    Values of(String module, AreaCode area);

    /** The settings of one module at one place. A name that the schema does not have is a mistake of the module: refused with an {@link IllegalArgumentException}. */
    @ProviderType
    interface Values {

        /** Of a {@code string}. */
        String text(String name);

        /** Of an {@code integer}. */
        long whole(String name);

        /** Of a {@code number}. */
        double number(String name);

        /** Of a {@code boolean}. */
        boolean flag(String name);
    }
}
