package gyeolje.gateway.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import gyeolje.core.reconciliation.Discrepancy;
import gyeolje.core.reconciliation.Discrepancy.Kind;
import gyeolje.gateway.reconciliation.Report.Fate;
import gyeolje.gateway.reconciliation.Report.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a report reads. */
final class ReportFormatTest {
    private static final Report REPORT = new Report(
            LocalDate.of(2026, 4, 1),
            3,
            1_200,
            2,
            List.of(
                    new Finding(new Discrepancy(Kind.MISSING_HERE, "=cmd|x", "26", "1 won, line 2"), Fate.OPEN),
                    new Finding(
                            new Discrepancy(Kind.NOT_PAID_HERE, "20260401120000KK0001", "27", "STUCK here"),
                            Fate.REPAIRED)),
            0);

    private static String written(ReportFormat format, Report report) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        format.write(report, out);
        out.flush();
        return text.toString();
    }

    @Test
    void people_read_what_it_means_and_what_to_do() {
        var text = written(ReportFormat.TEXT, REPORT);
        assertTrue(text.contains("2026-04-01: 3 trades listed, 1,200 payments agree, 2 under way"), text);
        assertTrue(text.contains("missing-here (1): " + Kind.MISSING_HERE.meaning()), text);
        assertTrue(text.contains("what to do: " + Kind.MISSING_HERE.remedy()), text);
        assertTrue(text.contains("20260401120000KK0001  tno 27  STUCK here [repaired]"), text);
        assertTrue(text.endsWith("2 findings, 1 remain" + System.lineSeparator()), text);
    }

    @Test
    void a_day_without_findings_says_so() {
        var text = written(ReportFormat.TEXT, new Report(REPORT.day(), 3, 3, 0, List.of(), 0));
        assertTrue(text.endsWith("nothing found" + System.lineSeparator()), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        plain      | plain
        =1+1       | '=1+1
        +1         | '+1
        -1         | '-1
        @SUM(A1)   | '@SUM(A1)
        =a,b       | "'=a,b"
        say "hi"   | "say ""hi\"""
        """)
    void no_cell_is_a_formula(String text, String cell) {
        assertEquals(cell, ReportFormat.cell(text));
    }

    @Test
    void spreadsheets_get_a_line_for_each_finding() {
        var lines = written(ReportFormat.CSV, REPORT).split("\r\n", -1);
        assertEquals("finding,transaction,tno,fate,detail,what_to_do", lines[0]);
        assertTrue(lines[1].startsWith("missing-here,'=cmd|x,26,open,\"1 won, line 2\","), lines[1]);
        assertEquals(4, lines.length);
    }

    @Test
    void programs_get_counts_and_findings() throws IOException {
        var json = new ObjectMapper().readTree(written(ReportFormat.JSON, REPORT));
        assertEquals(1, json.path("remaining").asInt());
        assertEquals(1, json.path("counts").path("not-paid-here").asInt());
        assertEquals("repaired", json.path("findings").path(1).path("fate").asText());
    }
}
