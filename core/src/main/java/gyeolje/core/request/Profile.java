package gyeolje.core.request;

/** How strictly a merchant's requests are read (merchant API, section 3). */
public enum Profile {
    STANDARD,
    /** For older clients: no reason with a cancel, timestamps of any length, any text as return URL. */
    LEGACY,
    /** Adds freshness, registered return hosts and a mobile User-Agent for the mobile window. */
    STRICT
}
