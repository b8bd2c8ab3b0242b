package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.Csv;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Acts as lines of CSV. Names are people's own, and written as {@link Csv} has it. */
final class AuditCsv {

    static final String HEAD =
            "time,actor_id,actor,action,kind,subject_id,subject,project_id,project,detail,"
                    + "address\r\n";

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
                        .map(Csv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
