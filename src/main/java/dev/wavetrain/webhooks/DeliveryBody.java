package dev.wavetrain.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wavetrain.common.Shortened;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.runs.RunState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sent, as JSON. Numbers that are not finite are the texts that REST has for them.
 *
 * @param at when it happened
 * @param run what it is about; none in a test
 * @param comment none where nobody said anything
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryBody(
        WebhookEvent event,
        Instant at,
        Project project,
        @Nullable Run run,
        @Nullable Comment comment) {

    /** Of a comment's text no more is sent. */
    static final int LONGEST_TEXT = 1_000;

    /**
     * @param address of its page
     */
    record Project(UUID id, String name, String address) {}

    /**
     * @param failure what kind of bad ending; its words may name files or hosts, and stay here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(
            UUID id,
            String name,
            RunState state,
            int epoch,
            int epochs,
            Metrics metrics,
            Failure.@Nullable Reason failure,
            String address) {}

    /** As REST shows them. */
    record Metrics(
            @Nullable Double loss,
            @JsonProperty("val_loss") @Nullable Double valLoss,
            @JsonProperty("best_val_loss") @Nullable Double bestValLoss,
            @JsonProperty("best_epoch") @Nullable Integer bestEpoch) {

        static Metrics of(RunProgress progress) {
            return new Metrics(
                    progress.loss(),
                    progress.valLoss(),
                    progress.bestValLoss(),
                    progress.bestEpoch());
        }
    }

    /**
     * @param text Markdown, cut off where it is long
     */
    record Comment(UUID id, String by, String text) {

        static Comment of(dev.wavetrain.talking.Comment comment) {
            return new Comment(
                    comment.id(), comment.authorName(), Shortened.of(comment.text(), LONGEST_TEXT));
        }
    }
}
