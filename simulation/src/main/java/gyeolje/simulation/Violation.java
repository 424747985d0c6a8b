package gyeolje.simulation;

/**
 * A promise that did not hold.
 *
 * @param promise its short name, as in docs/proof.md
 * @param what what was seen instead
 */
record Violation(String promise, String what) {
    @Override
    public String toString() {
        return promise + ": " + what;
    }
}
