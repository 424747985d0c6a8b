package gyeolje.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Sha256;
import gyeolje.core.value.Won;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The core is pure: what it answers follows from what it is asked, and from nothing else. */
final class PurityTest {
    private static final Set<String> CLOCKS =
            Set.of("now", "system", "systemUTC", "systemDefaultZone", "systemDefault");
    private static final Set<String> LOOKUPS =
            Set.of("getByName", "getAllByName", "getLocalHost", "isReachable", "toURL");
    private static JavaClasses core = new ClassFileImporter().importClasses();

    @BeforeAll
    static void read() throws Exception {
        var place = Won.class.getProtectionDomain().getCodeSource().getLocation();
        core = new ClassFileImporter().importPath(Path.of(place.toURI()));
    }

    @Test
    void itNeedsTheLanguageAndTextTimeAndDigestsAndNothingElse() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAPackage("gyeolje.core..")
                        .or(resideInAPackage("java.lang"))
                        .or(resideInAPackage("java.lang.runtime"))
                        .or(resideInAPackage("java.lang.invoke"))
                        .or(resideInAPackage("java.util"))
                        .or(resideInAPackage("java.util.function"))
                        .or(resideInAPackage("java.util.regex"))
                        .or(resideInAPackage("java.util.stream"))
                        .or(resideInAPackage("java.time"))
                        .or(resideInAPackage("java.text"))
                        .or(resideInAPackage("java.nio.charset"))
                        .or(resideInAPackage("java.security"))
                        .or(resideInAPackage("org.jspecify.annotations"))
                        .or(describe(
                                "addresses as values",
                                type -> type.isEquivalentTo(InetAddress.class)
                                        || type.isEquivalentTo(URI.class)
                                        || type.isEquivalentTo(URISyntaxException.class)))
                        .or(describe("arrays of bytes", type -> type.isArray() || type.isPrimitive())))
                .check(core);
    }

    @Test
    void itReadsNoClockAndStartsNoThread() {
        noClasses().should().callMethodWhere(calls("java.time", CLOCKS)).check(core);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(System.class, Runtime.class, Thread.class, ThreadLocal.class, Process.class)
                .check(core);
    }

    @Test
    void itDrawsNoLots() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, UUID.class)
                .check(core);
        noClasses().should().callMethod(Math.class, "random").check(core);
    }

    @Test
    void itAsksNoNetwork() {
        noClasses().should().callMethodWhere(calls("java.net", LOOKUPS)).check(core);
        noClasses().should().dependOnClassesThat().belongToAnyOf(URL.class).check(core);
    }

    /** How long a comparison takes must not tell how much of a forged signature is right. */
    @Test
    void itComparesDigestsInATimeThatTellsNothing() {
        methods()
                .that()
                .areDeclaredIn(Digests.class)
                .and()
                .haveName("same")
                .should(callOnly("java.security.MessageDigest.isEqual", "java.util.HexFormat.parseHex"))
                .check(core);
        noClasses()
                .that()
                .resideInAPackage("gyeolje.core.request")
                .should()
                .callMethod(Sha256.class, "equals", Object.class)
                .check(core);
    }

    /** Beside reading our own records. */
    private static ArchCondition<JavaMethod> callOnly(String... allowed) {
        return new ArchCondition<>("call only " + List.of(allowed)) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var called = method.getMethodCallsFromSelf().stream()
                        .filter(call -> !call.getTargetOwner().getName().startsWith("gyeolje."))
                        .map(call -> call.getTargetOwner().getName() + "." + call.getName())
                        .collect(Collectors.toSet());
                if (!called.equals(Set.of(allowed)))
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " calls " + called));
            }
        };
    }

    private static DescribedPredicate<JavaCall<?>> calls(String inPackage, Set<String> names) {
        return describe(
                "calls " + names + " of " + inPackage,
                call -> call.getTargetOwner().getPackageName().equals(inPackage) && names.contains(call.getName()));
    }
}
