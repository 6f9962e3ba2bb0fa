package org.ezhili.platform.build.rules.layers;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class may know what is internal to its own bundle only: what comes before {@code .internal} is the same. */
final class StayOutOfOthersInternal extends ArchCondition<JavaClass> {

    private static final String INTERNAL = ".internal";

    StayOutOfOthersInternal() {
        super("stay out of other bundles' internal packages");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
            int internal = (target + ".").indexOf(INTERNAL + ".");
            if (target.startsWith("org.ezhili.") && internal >= 0 && !isOf(target.substring(0, internal), item)) {
                events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
            }
        }
    }

    private static boolean isOf(String bundle, JavaClass item) {
        String own = item.getPackageName();
        return own.equals(bundle) || own.startsWith(bundle + INTERNAL);
    }
}
