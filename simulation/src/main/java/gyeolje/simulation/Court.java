package gyeolje.simulation;

import java.util.Optional;

/** Takes the first violation; the world ends with it. It never throws, as the flows would catch it. */
final class Court {
    private Optional<Violation> verdict = Optional.empty();

    void blame(String promise, String what) {
        if (verdict.isEmpty()) verdict = Optional.of(new Violation(promise, what));
    }

    void require(boolean holds, String promise, String what) {
        if (!holds) blame(promise, what);
    }

    Optional<Violation> verdict() {
        return verdict;
    }
}
