package org.ezhili.platform.gateway.internal.guard;

import org.ezhili.platform.LocalText;

/** A module is not served, for a reason that its maker can do something about. */
public final class RefusedModule extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient LocalText reason;

    public RefusedModule(LocalText reason) {
        super(reason.en());
        this.reason = reason;
    }

    /** Of whatever was thrown while a module was taken in. */
    public static LocalText reason(Throwable thrown) {
        return thrown instanceof RefusedModule refused
                ? refused.reason
                : LocalText.of("模块出错:" + thrown, "the module failed: " + thrown);
    }
}
