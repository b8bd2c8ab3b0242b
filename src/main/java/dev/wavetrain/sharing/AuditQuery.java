package dev.wavetrain.sharing;

import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which acts to list.
 *
 * @param project those of one project alone; null for all that the caller may look into
 * @param actor an account's id, or its name at that time; empty for everybody
 * @param from not before; null for since ever
 * @param to before; null for until now
 * @param text must occur in a name, a detail or the address
 */
public record AuditQuery(
        @Nullable ProjectId project,
        String actor,
        @Nullable AuditAction action,
        @Nullable Instant from,
        @Nullable Instant to,
        String text) {

    public static final int LONGEST_TEXT = 200;
    public static final int MOST_ITEMS = 200;

    public AuditQuery {
        actor = actor.strip();
        text = text.strip();
        new Rules().text("actor", actor, LONGEST_TEXT).text("text", text, LONGEST_TEXT).check();
    }

    /** Everything about one project, or about all. */
    public static AuditQuery of(@Nullable ProjectId project) {
        return new AuditQuery(project, "", null, null, null, "");
    }
}
