package org.ezhili.platform.build.rules.layers;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Requires;

/** A method that answers requests is marked with exactly one of {@code @Requires} and {@code @Open}. */
final class SayWhoMayCall extends ArchCondition<JavaClass> {

    SayWhoMayCall() {
        super("say of each resource method who may call it");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        for (JavaMethod method : item.getMethods()) {
            if (method.isMetaAnnotatedWith("javax.ws.rs.HttpMethod")
                    && method.isAnnotatedWith(Requires.class) == method.isAnnotatedWith(Open.class)) {
                events.add(SimpleConditionEvent.violated(
                        item, method.getFullName() + " carries neither or both of @Requires and @Open"));
            }
        }
    }
}
