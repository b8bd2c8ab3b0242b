package dev.wavetrain.api;

import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import dev.wavetrain.sharing.ShareLinks.LinkDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link that still holds, without its address. */
@Schema(name = "Link")
record LinkJson(
        UUID id,
        Kind kind,
        @Nullable UUID run,
        @Nullable UUID group,
        @Schema(description = "What the group is compared with.") @Nullable UUID with,
        @Schema(description = "The name of the run, or of the group.") String name,
        String note,
        @Schema(description = "The name of who made it.") String madeBy,
        Instant createdAt,
        @Schema(description = "Null for a link without an end.") @Nullable Instant expiresAt,
        @Schema(description = "How often somebody came by it.") long opens,
        @Nullable Instant lastOpenedAt) {

    /** What links show. */
    enum Kind {
        RUN,
        GROUP,
        COMPARISON
    }

    static LinkJson of(LinkDetails link) {
        Shared what = link.what();
        return new LinkJson(
                link.id(),
                kind(what),
                what instanceof Shared.Run(RunId run) ? run.value() : null,
                group(what),
                what instanceof Shared.Comparison(GroupId _, GroupId with) ? with.value() : null,
                link.subject(),
                link.note(),
                link.maker(),
                link.createdAt(),
                link.expiresAt(),
                link.opens(),
                link.lastOpenedAt());
    }

    static Kind kind(Shared what) {
        return switch (what) {
            case Shared.Run _ -> Kind.RUN;
            case Shared.Group _ -> Kind.GROUP;
            case Shared.Comparison _ -> Kind.COMPARISON;
        };
    }

    private static @Nullable UUID group(Shared what) {
        return switch (what) {
            case Shared.Run _ -> null;
            case Shared.Group(GroupId group) -> group.value();
            case Shared.Comparison(GroupId group, GroupId _) -> group.value();
        };
    }
}
