package gyeolje.proof.blackbox;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gyeolje.core.request.CancelRequest;
import gyeolje.core.request.OrderRequest;
import gyeolje.core.request.Signatures;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Sha256;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How long a signature takes to be refused tells nothing of it (row A63). A difference of nanoseconds drowns in the noise of a
 * machine that runs tests, so this reads what the compiled code compares with.
 */
final class SignatureTimingTest {
    private static final Set<String> COMPARISONS = Set.of(
            "equals",
            "equalsIgnoreCase",
            "contentEquals",
            "compareTo",
            "compareToIgnoreCase",
            "regionMatches",
            "startsWith",
            "endsWith",
            "indexOf",
            "contains",
            "mismatch",
            "compare");
    private static final JavaClasses CODE = new ClassFileImporter()
            .importClasses(Digests.class, Signatures.class, OrderRequest.class, CancelRequest.class, Sha256.class);

    @Test
    void digestsAreComparedInConstantTime() {
        assertEquals(
                List.of("MessageDigest.isEqual"),
                calls(method(Digests.class, "same")).stream()
                        .filter(call -> call.endsWith(".isEqual"))
                        .toList());
    }

    @Test
    void andWithNothingElse() {
        for (var unit : List.of(
                method(Digests.class, "same"),
                method(Signatures.class, "matchesAny"),
                method(OrderRequest.class, "isSignedBy"),
                method(CancelRequest.class, "isSignedBy")))
            assertEquals(
                    List.of(),
                    calls(unit).stream()
                            .filter(call -> COMPARISONS.contains(call.substring(call.indexOf('.') + 1)))
                            .toList(),
                    unit::getFullName);
    }

    @Test
    void everythingThatChecksASignatureDoesItThere() {
        for (var request : List.of(OrderRequest.class, CancelRequest.class))
            assertEquals(
                    true,
                    calls(method(request, "isSignedBy")).contains("Signatures.matchesAny"),
                    request::getSimpleName);
        assertEquals(true, calls(method(Signatures.class, "matchesAny")).contains("Digests.same"));
    }

    private static JavaCodeUnit method(Class<?> owner, String name) {
        return CODE.that(type(owner)).iterator().next().getMethods().stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> calls(JavaCodeUnit unit) {
        return unit.getCallsFromSelf().stream()
                .map(call -> call.getTargetOwner().getSimpleName() + "." + call.getName())
                .collect(Collectors.toSet());
    }
}
