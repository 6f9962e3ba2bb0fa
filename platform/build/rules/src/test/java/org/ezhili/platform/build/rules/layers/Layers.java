package org.ezhili.platform.build.rules.layers;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;

/** Who inside a bundle may know whom. A bundle's layers are its packages under {@code internal}. */
final class Layers {

    private static final String DOMAIN = "..internal.domain..";
    private static final String STORE = "..internal.store..";
    private static final String REST = "..internal.rest..";
    private static final String SHELL = "..internal.shell..";

    /** The two parts of the platform that turn a technique into a contract, and so know it everywhere. */
    private static final String PERSISTENCE = "org.ezhili.platform.persistence..";

    private static final String GATEWAY = "org.ezhili.platform.gateway..";

    private static final String[] JPA = {"javax.persistence..", "org.eclipse.persistence.."};
    private static final String[] JAX_RS = {"javax.ws.rs..", "org.apache.cxf.."};
    private static final String[] JACKSON = {"com.fasterxml.jackson.."};
    private static final String[] OSGI = {
        "org.osgi.framework..", "org.osgi.service..", "org.osgi.util..", "org.apache.karaf.."
    };

    private static final DescribedPredicate<JavaClass> CONTRACT = resideInAPackage("org.ezhili..")
            .and(not(resideInAnyPackage("..internal..", PERSISTENCE, GATEWAY)))
            .as("contracts");

    private Layers() {}

    /** The rules by name. */
    static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.put("the domain knows no JPA", knowsNone(DOMAIN, JPA));
        rules.put("the domain knows no JAX-RS", knowsNone(DOMAIN, JAX_RS));
        rules.put("the domain knows no OSGi", knowsNone(DOMAIN, OSGI));
        rules.put("the domain knows no JSON", knowsNone(DOMAIN, JACKSON));
        rules.put("the domain knows no outer layer", knowsNone(DOMAIN, STORE, REST, SHELL, PERSISTENCE));
        rules.put(
                "the domain is told the time",
                noClasses()
                        .that()
                        .resideInAPackage(DOMAIN)
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"));
        rules.put(
                "JPA lives in the store",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(STORE, PERSISTENCE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(JPA));
        rules.put(
                "JAX-RS lives in rest",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(REST, GATEWAY)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(JAX_RS));
        rules.put("the store knows no rest", knowsNone(STORE, REST));
        rules.put(
                "contracts know no JSON",
                noClasses().that(CONTRACT).should().dependOnClassesThat().resideInAnyPackage(JACKSON));
        rules.put(
                "contracts know no OSGi service",
                noClasses().that(CONTRACT).should().dependOnClassesThat().resideInAnyPackage(OSGI));
        rules.put("nobody knows another's internal", classes().should(new StayOutOfOthersInternal()));
        rules.put(
                "nobody logs by java.util.logging",
                noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
        rules.put(
                "nobody prints but shell commands",
                noClasses().that().resideOutsideOfPackage(SHELL).should(ACCESS_STANDARD_STREAMS));
        rules.put("resource methods say who may call them", classes().should(new SayWhoMayCall()));
        rules.put(
                "entities are rows of the store",
                classes()
                        .that()
                        .areAnnotatedWith("javax.persistence.Entity")
                        .should()
                        .haveSimpleNameEndingWith("Row")
                        .andShould()
                        .resideInAnyPackage(STORE, PERSISTENCE));
        rules.put(
                "names say what a class is", noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)$"));
        return rules;
    }

    private static ArchRule knowsNone(String layer, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(layer)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }
}
