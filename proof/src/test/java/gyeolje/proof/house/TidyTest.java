package gyeolje.proof.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.house.Repository.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every file of the project keeps to. A failure lists the places. */
final class TidyTest {
    private static final List<Source> SOURCES = Repository.sources();
    private static final int MOST_LINES = 300;

    /** Put together here, so that this file does not find itself. */
    private static final Pattern REMINDER = Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");

    private static final Pattern SWITCHED_OFF = Pattern.compile("@Dis" + "abled\\b|UnsupportedOperation" + "Exception");
    private static final Pattern VAGUE_NAME = Pattern.compile(
            "\\b(?:class|record|enum|interface)\\s+(\\w*(?:Data|Info|Utils?|Manager|Helper|Processor|Impl))\\b");
    private static final Pattern WORKPLACE =
            Pattern.compile("(?<![\\w.$}-])/(?:wo" + "rk|ro" + "ot)/|(?<![\\w)\\]])\\.lib" + "rary\\b");

    /** A name of the acquirer's wire, as a Java text: small letters joined by underscores. */
    private static final Pattern WIRE_NAME = Pattern.compile("\"([a-z0-9]+(?:_[a-z0-9]+)+)\"");

    private static final Pattern OF_THE_ACQUIRER_ALONE =
            Pattern.compile("\"(?:kcp_cert_info|kcp_sign_data|ordr_mony|ordr_no|mod_type|mod_desc|stat_ca_cd|rem_mny"
                    + "|canc_time|app_time|app_easypoint_time|app_cash_receipt_mny|card_other_pay_type)\"");

    @Test
    void theProjectIsWhereTheBuildSays() {
        assertTrue(SOURCES.stream().anyMatch(source -> source.path().equals("pom.xml")));
        assertTrue(SOURCES.stream().filter(Source::isJava).count() > 40);
    }

    @Test
    void noJavaFileIsLongerThanThreeHundredLines() {
        var tooLong = SOURCES.stream()
                .filter(Source::isJava)
                .filter(source -> source.lines().size() > MOST_LINES)
                .map(source -> source.path() + ": " + source.lines().size())
                .toList();
        assertNone(tooLong);
    }

    @Test
    void nothingIsLeftForLater() {
        assertNone(places(_ -> true, REMINDER));
    }

    @Test
    void noTestIsSwitchedOffAndNoMethodLeftUnwritten() {
        assertNone(places(Source::isJava, SWITCHED_OFF));
    }

    @Test
    void noTypeHasAVagueName() {
        assertNone(places(Source::isJava, VAGUE_NAME));
    }

    @Test
    void everyTextIsUtf8WithoutMarkAndWithPlainLineEnds() {
        var odd = new ArrayList<String>();
        for (var source : SOURCES) {
            if (!source.isUtf8()) odd.add(source.path() + ": not UTF-8");
            else if (source.text().startsWith("\uFEFF")) odd.add(source.path() + ": begins with a byte order mark");
            else if (source.text().indexOf('\r') >= 0) odd.add(source.path() + ": has a carriage return");
        }
        assertNone(odd);
    }

    @Test
    void nothingNamesThePlaceWhereItWasWritten() {
        assertNone(places(_ -> true, WORKPLACE));
    }

    @Test
    void theAdapterSpellsEachWireNameOnce() {
        var spelled = new TreeMap<String, Integer>();
        for (var source : SOURCES) {
            if (!source.isJava() || !source.isIn("kcp/src/main")) continue;
            var names = WIRE_NAME.matcher(source.text());
            while (names.find()) spelled.merge(names.group(1), 1, Integer::sum);
        }
        assertTrue(spelled.size() > 20, "the adapter's wire names are where this test looks for them");
        spelled.values().removeIf(times -> times == 1);
        assertEquals(new TreeMap<>(), spelled, "spelled more than once in kcp");
    }

    @Test
    void theRestOfTheGatewayDoesNotSpeakTheAcquirersWire() {
        assertNone(places(
                source -> source.isJava()
                        && List.of("core", "store", "gateway", "shop", "sdk").stream()
                                .anyMatch(module -> source.isIn(module + "/src/main")),
                OF_THE_ACQUIRER_ALONE));
    }

    private static List<String> places(Predicate<Source> where, Pattern what) {
        var places = new ArrayList<String>();
        for (var source : SOURCES) {
            if (!where.test(source)) continue;
            var lines = source.lines();
            for (int i = 0; i < lines.size(); i++) {
                var found = what.matcher(lines.get(i));
                if (found.find()) places.add(source.path() + ":" + (i + 1) + ": " + found.group());
            }
        }
        return places;
    }

    private static void assertNone(List<String> places) {
        assertEquals("", String.join("\n", places));
    }
}
