package dev.wavetrain.talking;

import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a run.
 *
 * @param text Markdown
 * @param editedAt null where it is as it was first written
 * @param mentions names of members that it calls, by name
 */
public record Comment(
        UUID id,
        RunId run,
        UserId author,
        String authorName,
        String text,
        Instant createdAt,
        @Nullable Instant editedAt,
        List<String> mentions) {

    public static final int LONGEST_TEXT = 10_000;

    public Comment {
        mentions = List.copyOf(mentions);
    }

    public Comment mentioning(Collection<String> names) {
        return new Comment(
                id, run, author, authorName, text, createdAt, editedAt, List.copyOf(names));
    }
}
