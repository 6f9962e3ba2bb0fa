package org.ezhili.platform.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission a caller must have, somewhere, for this resource method; the method itself checks it for the area at hand. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    /** Id of a {@link Permission} of the module. */
    String value();
}
