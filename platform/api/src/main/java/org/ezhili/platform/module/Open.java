package org.ezhili.platform.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource method that is open to everybody who is signed in, or, with {@link To#ANYBODY}, without signing in. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {

    /** To whom. */
    enum To {
        SIGNED_IN,
        ANYBODY
    }

    To value();
}
