package gyeolje.sandbox.gate;

import gyeolje.sandbox.wire.Authentications;

/** The site code and eleven characters, the same for the whole life of an order. */
final class TraceNumber {
    private TraceNumber() {}

    static String of(Authentications authentications, String siteCode, String order) {
        return siteCode + authentications.digits("trace " + order, 11);
    }
}
