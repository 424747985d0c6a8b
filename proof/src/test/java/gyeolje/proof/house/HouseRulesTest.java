package gyeolje.proof.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gyeolje.gateway.flow.Time;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which room may know which (ARCHITECTURE.md). Ten rules at most; a new one replaces an old one. */
final class HouseRulesTest {
    private static final String OURS = "gyeolje..";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("gyeolje");

    /** Where a process begins: a main, the command line, the demo, which is both. */
    private static final DescribedPredicate<JavaClass> MAINS = describe(
            "mains and the command line",
            type -> type.getName().matches("gyeolje\\..*\\.(Main|cli\\..*|Main\\$.*)|gyeolje\\.demo\\..*"));

    @Test
    void coreKnowsNobody() {
        ownOnly("gyeolje.core..");
    }

    @Test
    void storeAndAcquirerAdapterKnowCoreAlone() {
        ownOnly("gyeolje.store..", "gyeolje.core..");
        ownOnly("gyeolje.kcp..", "gyeolje.core..");
    }

    @Test
    void theGatewayNeverKnowsTheSandboxTheShopOrTheSdk() {
        ownOnly("gyeolje.gateway..", "gyeolje.core..", "gyeolje.store..", "gyeolje.kcp..");
    }

    /** A codec that both ends of a wire shared would agree with itself even when it is wrong. */
    @Test
    void theSandboxSharesNoCodeWithAnybody() {
        ownOnly("gyeolje.sandbox..");
    }

    @Test
    void theSdkDependsOnNothingButJava() {
        classes()
                .that()
                .resideInAPackage("gyeolje.sdk..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("gyeolje.sdk..", "java..", "javax.net..")
                        .or(describe("arrays and primitives", type -> type.isArray() || type.isPrimitive())))
                .check(HOUSE);
    }

    @Test
    void theShopKnowsTheSdkAlone() {
        ownOnly("gyeolje.shop..", "gyeolje.sdk..");
    }

    /** What the time is and how the dice fall comes from outside, so that a simulation can decide it. */
    @Test
    void timeAndChanceAreGivenToTheGateway() {
        noClasses()
                .that(resideInAnyPackage(
                                "gyeolje.core..",
                                "gyeolje.store..",
                                "gyeolje.kcp..",
                                "gyeolje.gateway..",
                                "gyeolje.sandbox..")
                        .and(DescribedPredicate.not(MAINS)))
                .should()
                .callMethodWhere(describe("tells the time of day or draws lots", HouseRulesTest::tellsTimeOrDrawsLots))
                .orShould()
                .callConstructorWhere(describe("new Random()", HouseRulesTest::isNewRandom))
                .check(HOUSE);
        noClasses()
                .that(resideInAnyPackage("gyeolje.core..", "gyeolje.gateway.flow..", "gyeolje.gateway.http..")
                        .and(DescribedPredicate.not(belongToAnyOf(Time.class))))
                .should()
                .callMethodWhere(describe(
                        "sleeps",
                        call -> isOf(call, Thread.class) && call.getName().equals("sleep")))
                .check(HOUSE);
    }

    @Test
    void onlyMainsWriteToTheConsoleAndNobodyToJavasOwnLog() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.logging.."))
                .check(HOUSE);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(HOUSE.that(DescribedPredicate.not(MAINS)));
    }

    /** Everything is given to a constructor, in the open. */
    @Test
    void nothingIsInjected() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "javax.inject..",
                        "jakarta.inject..",
                        "jakarta.enterprise..",
                        "org.springframework..",
                        "com.google.inject..",
                        "dagger..",
                        "jakarta.persistence..",
                        "org.hibernate..",
                        "lombok.."))
                .check(HOUSE);
    }

    private static void ownOnly(String room, String... known) {
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage(OURS)
                        .and(resideOutsideOfPackage(room))
                        .and(DescribedPredicate.not(resideInAnyPackage(known))))
                .check(HOUSE);
    }

    private static boolean tellsTimeOrDrawsLots(JavaCall<?> call) {
        var called = call.getTargetOwner().getSimpleName() + "." + call.getName();
        if (call.getTargetOwner().getPackageName().equals("java.time"))
            return called.startsWith("Clock.system")
                    || (call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty());
        return Set.of("System.currentTimeMillis", "Math.random", "UUID.randomUUID")
                .contains(called);
    }

    private static boolean isNewRandom(JavaCall<?> call) {
        return Set.of("java.util.Random", "java.util.SplittableRandom")
                        .contains(call.getTargetOwner().getName())
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean isOf(JavaCall<?> call, Class<?> owner) {
        return call.getTargetOwner().isEquivalentTo(owner);
    }
}
