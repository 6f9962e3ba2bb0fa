package org.ezhili.platform.gateway.internal.routes;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.jspecify.annotations.Nullable;

/** A module as the others get to see it: all that it says, only that nobody waits for its health longer than the deadline. */
record Guarded(Module module, Supplier<Health> health) implements InvocationHandler {

    static Module of(Module module, Supplier<Health> health) {
        return (Module) Proxy.newProxyInstance(
                Module.class.getClassLoader(), new Class<?>[] {Module.class}, new Guarded(module, health));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "health" -> health.get();
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> answer(method, arguments);
        };
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(module, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
