package gyeolje.fuzz;

/** A target with a mistake in it, which nobody finds by chance. */
public final class PlantedFuzz {
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length >= 4 && input[0] == 'w' && input[1] == 'o' && input[2] == 'n' && input[3] == '!')
            throw new IllegalStateException("planted");
    }

    private PlantedFuzz() {}
}
