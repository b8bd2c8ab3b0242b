package dev.wavetrain.talking.ui;

import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.talking.Notice;
import java.util.Objects;

/** What a notification says, and where it leads. */
record NoticeWords(Texts texts) {

    String of(Notice notice) {
        return texts.get(
                "notice." + notice.kind().name(),
                apart(notice.subject()),
                apart(Objects.requireNonNullElse(notice.by(), "")));
    }

    /** A name that turns its direction turns nothing else. */
    static String apart(String name) {
        return "\u2068" + name + "\u2069";
    }

    static String address(Notice notice) {
        return notice.run() == null
                ? "projects/" + notice.project()
                : "runs/" + notice.run() + (notice.kind() == Notice.Kind.MENTION ? "/notes" : "");
    }

    static Icon.Shape icon(Notice.Kind kind) {
        return switch (kind) {
            case MENTION -> Icon.Shape.COMMENT;
            case FINISHED -> Icon.Shape.CHECK_CIRCLE;
            case FAILED -> Icon.Shape.WARNING;
            case DIVERGED -> Icon.Shape.DIVERGED;
            case WEBHOOK_FAILED, WEBHOOK_OFF -> Icon.Shape.WARNING;
        };
    }
}
