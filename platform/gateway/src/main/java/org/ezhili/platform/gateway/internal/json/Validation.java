package org.ezhili.platform.gateway.internal.json;

import java.lang.annotation.ElementType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.validation.ConstraintViolation;
import javax.validation.MessageInterpolator;
import javax.validation.Path;
import javax.validation.TraversableResolver;
import javax.validation.Validator;
import javax.validation.metadata.ConstraintDescriptor;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/** Checks a wire record against the constraints it carries; a violated one becomes a fault named after it. */
final class Validation {

    /** Attributes of constraints that fill the texts, in the order of their placeholders. */
    private static final List<String> ARGUMENTS = List.of("min", "max", "value", "integer", "fraction");

    private @Nullable Validator made;

    /** Made at the first body: many a version never gets one. */
    private synchronized Validator validator() {
        Validator known = made;
        if (known == null) {
            known = javax.validation.Validation.byProvider(HibernateValidator.class)
                    .providerResolver(() -> List.of(new HibernateValidator()))
                    .configure()
                    .messageInterpolator(new NoTexts())
                    .traversableResolver(new AllThere())
                    .buildValidatorFactory()
                    .getValidator();
            made = known;
        }
        return known;
    }

    /** Whether records of this type carry constraints at all. */
    boolean concerns(Class<?> type) {
        return validator().getConstraintsForClass(type).isBeanConstrained();
    }

    void check(Object body) {
        Set<ConstraintViolation<Object>> violations = validator().validate(body);
        if (violations.isEmpty()) {
            return;
        }
        List<Problem.Fault> faults = new ArrayList<>();
        violations.stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .forEach(violation -> faults.add(fault(violation)));
        throw new ProblemException(Problem.badRequest(faults));
    }

    private static Problem.Fault fault(ConstraintViolation<Object> violation) {
        ConstraintDescriptor<?> constraint = violation.getConstraintDescriptor();
        Map<String, Object> attributes = constraint.getAttributes();
        List<Object> arguments = ARGUMENTS.stream()
                .filter(attributes::containsKey)
                .map(attributes::get)
                .toList();
        String name = constraint.getAnnotation().annotationType().getSimpleName();
        return new Problem.Fault(violation.getPropertyPath().toString(), kebab(name), arguments);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** What people read comes from our own texts, by the constraint's name: the validator's are never filled in. */
    private static final class NoTexts implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context violation) {
            return template;
        }

        @Override
        public String interpolate(String template, Context violation, Locale language) {
            return template;
        }
    }

    /** A record has all that it carries; left to itself, the validator asks JPA at each component whether it is loaded yet. */
    private static final class AllThere implements TraversableResolver {

        @Override
        public boolean isReachable(Object record, Path.Node component, Class<?> root, Path path, ElementType kind) {
            return true;
        }

        @Override
        public boolean isCascadable(Object record, Path.Node component, Class<?> root, Path path, ElementType kind) {
            return true;
        }
    }
}
