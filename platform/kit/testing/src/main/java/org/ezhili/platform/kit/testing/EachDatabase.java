package org.ezhili.platform.kit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A store test: run once on Derby and once on PostgreSQL, each time in an empty database that has taken the schema steps of
 * the platform and of the module under test. The method takes a {@link TestDatabase}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@Tag("store")
@ExtendWith(DatabaseInvocations.class)
public @interface EachDatabase {}
