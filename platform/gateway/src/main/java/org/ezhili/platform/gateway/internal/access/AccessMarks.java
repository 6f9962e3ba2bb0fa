package org.ezhili.platform.gateway.internal.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.HttpMethod;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.internal.guard.RefusedModule;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.module.Requires;

/** Every resource method says who may call it, by a permission that its module declares: a forgotten mark closes the module. */
public final class AccessMarks {

    private AccessMarks() {}

    /** Throws a {@link RefusedModule} that names the first method without a mark or with an unknown permission. */
    public static void check(Module module) {
        Set<String> known =
                module.info().permissions().stream().map(Permission::id).collect(Collectors.toSet());
        for (Object resource : module.resources()) {
            for (Method method : resource.getClass().getMethods()) {
                if (isServed(method)) {
                    check(method, known);
                }
            }
        }
    }

    private static void check(Method method, Set<String> known) {
        Requires requires = method.getAnnotation(Requires.class);
        if (requires == null && method.getAnnotation(Open.class) == null) {
            throw new RefusedModule(LocalText.of(method + " 没有说明谁可以调用", method + " does not say who may call it"));
        }
        if (requires != null && !known.contains(requires.value())) {
            throw new RefusedModule(LocalText.of(
                    method + " 要求权限 " + requires.value() + ",而模块没有声明它",
                    method + " requires " + requires.value() + ", which its module does not declare"));
        }
    }

    private static boolean isServed(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
    }
}
