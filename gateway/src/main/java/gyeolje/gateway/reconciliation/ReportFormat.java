package gyeolje.gateway.reconciliation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import gyeolje.core.reconciliation.Discrepancy;
import gyeolje.gateway.reconciliation.Report.Fate;
import gyeolje.gateway.reconciliation.Report.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways to say a report: for people, for spreadsheets, for programs. */
public enum ReportFormat {
    TEXT {
        @Override
        public void write(Report report, PrintWriter out) {
            out.println(String.format(
                    Locale.ROOT,
                    "%s: %,d trades listed, %,d payments agree, %,d under way",
                    report.day(),
                    report.listed(),
                    report.agreeing(),
                    report.underWay()));
            report.counts().forEach((kind, count) -> {
                out.println();
                out.println(kind.id() + " (" + count + "): " + kind.meaning());
                out.println("  what to do: " + kind.remedy());
                report.findings().stream()
                        .filter(it -> it.what().kind() == kind)
                        .forEach(it -> out.println(line(it)));
            });
            if (!report.findings().isEmpty()) out.println();
            if (report.unkept() > 0) out.println("and " + report.unkept() + " more like these: is it the right list?");
            out.println(
                    report.findings().isEmpty()
                            ? "nothing found"
                            : report.findings().size() + report.unkept() + " findings, " + report.remaining()
                                    + " remain");
        }
    },
    CSV {
        @Override
        public void write(Report report, PrintWriter out) {
            out.print("finding,transaction,tno,fate,detail,what_to_do\r\n");
            for (var finding : report.findings()) {
                var what = finding.what();
                out.print(Stream.of(
                                        what.kind().id(),
                                        what.subject(),
                                        what.tno(),
                                        id(finding.fate()),
                                        what.detail(),
                                        what.kind().remedy())
                                .map(ReportFormat::cell)
                                .collect(Collectors.joining(","))
                        + "\r\n");
            }
        }
    },
    JSON {
        @Override
        public void write(Report report, PrintWriter out) {
            try (var json = FACTORY.createGenerator(out)) {
                writeReport(report, json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.println();
        }
    };

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final String FORMULA = "=+-@\t\r";

    public abstract void write(Report report, PrintWriter out);

    private static String line(Finding finding) {
        var what = finding.what();
        var fate = finding.fate() == Fate.OPEN ? "" : " [" + finding.fate().words() + "]";
        var tno = what.tno().isEmpty() ? "" : "tno " + what.tno();
        return Stream.of(what.subject(), tno, what.detail() + fate)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("  ", "  - ", ""));
    }

    /** What a spreadsheet would run as a formula is made text. */
    static String cell(String text) {
        var plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return plain.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    private static String id(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void writeReport(Report report, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("day", report.day().toString());
        json.writeNumberField("listed", report.listed());
        json.writeNumberField("agreeing", report.agreeing());
        json.writeNumberField("under_way", report.underWay());
        json.writeNumberField("remaining", report.remaining());
        json.writeNumberField("not_shown", report.unkept());
        json.writeObjectFieldStart("counts");
        for (var count : report.counts().entrySet())
            json.writeNumberField(count.getKey().id(), count.getValue());
        json.writeEndObject();
        json.writeArrayFieldStart("findings");
        for (var finding : report.findings()) writeFinding(finding.what(), finding.fate(), json);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeFinding(Discrepancy what, Fate fate, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("finding", what.kind().id());
        json.writeStringField("transaction", what.subject());
        json.writeStringField("tno", what.tno());
        json.writeStringField("fate", id(fate));
        json.writeStringField("detail", what.detail());
        json.writeStringField("meaning", what.kind().meaning());
        json.writeStringField("what_to_do", what.kind().remedy());
        json.writeEndObject();
    }
}
