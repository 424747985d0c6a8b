package gyeolje.gateway.cli;

/** Who changes a merchant, for the journal. */
final class WhoIsIt {
    static String name() {
        return "command line, " + System.getProperty("user.name", "unknown user");
    }

    private WhoIsIt() {}
}
