package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Acts as lines of CSV (RFC 4180). Names are people's own, so none may be taken for a formula where
 * the file is opened: what begins as one gets an apostrophe before it.
 */
final class AuditCsv {

    static final String HEAD =
            "time,actor_id,actor,action,kind,subject_id,subject,project_id,project,detail,"
                    + "address\r\n";

    /** With which spreadsheets take a cell for a formula, also after they trimmed it. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private AuditCsv() {}

    static String line(AuditEntry entry) {
        Act act = entry.act();
        return List.of(
                                text(entry.at()),
                                text(act.actor()),
                                text(act.actorName()),
                                text(act.action()),
                                text(act.kind()),
                                text(act.subjectId()),
                                text(act.subject()),
                                text(act.project()),
                                text(entry.projectName()),
                                text(act.detail()),
                                text(entry.address()))
                        .stream()
                        .map(AuditCsv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static String cell(String text) {
        String start = text.replaceFirst("^[\\s\\p{Z}\\p{Cntrl}\\p{Cf}]+", "");
        boolean formula =
                !text.isEmpty()
                        && (FORMULA.indexOf(text.charAt(0)) >= 0
                                || !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0);
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
