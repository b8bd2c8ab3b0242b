package dev.wavetrain.common;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did, to be written down by {@link AuditLog}. Never anything secret.
 *
 * @param actor who did it; null for nobody: a refused sign-in, or the server by itself
 * @param actorName as it is now
 * @param kind of what it was done to; null where the action says it all
 * @param subject its name as it is now
 * @param project where it was done; null where it is about none
 * @param detail a role, an old name
 */
public record Act(
        AuditAction action,
        @Nullable UserId actor,
        @Nullable String actorName,
        @Nullable Kind kind,
        @Nullable UUID subjectId,
        @Nullable String subject,
        @Nullable ProjectId project,
        @Nullable String detail) {

    public static final int LONGEST = 200;

    /** What something can be done to. */
    public enum Kind {
        ACCOUNT,
        TOKEN,
        INVITATION,
        LINK,
        PROJECT,
        EXPERIMENT,
        GROUP,
        RUN,
        DATASET,
        MODEL
    }

    public Act {
        subject = shortened(subject);
        detail = shortened(detail);
    }

    public static Act by(Caller caller, AuditAction action) {
        return by(caller.user(), caller.name(), action);
    }

    public static Act by(UserId actor, String name, AuditAction action) {
        return new Act(action, actor, name, null, null, null, null, null);
    }

    public static Act byNobody(AuditAction action) {
        return new Act(action, null, null, null, null, null, null, null);
    }

    public Act to(Kind what, UUID id, String name) {
        return new Act(action, actor, actorName, what, id, name, project, detail);
    }

    public Act in(@Nullable ProjectId where) {
        return new Act(action, actor, actorName, kind, subjectId, subject, where, detail);
    }

    public Act with(String more) {
        return new Act(action, actor, actorName, kind, subjectId, subject, project, more);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null ? null : Shortened.beginning(text, LONGEST);
    }
}
