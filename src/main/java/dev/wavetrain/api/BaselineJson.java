package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.BaselineLoss;
import dev.wavetrain.checkpoints.BaselineLosses;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The loss of predicting without a net. */
@Schema(name = "BaselineLoss")
record BaselineJson(
        Baseline.Kind kind,
        double loss,
        @Schema(description = "Null where nothing validates.") @JsonProperty("val_loss")
                @Nullable Double valLoss) {

    static List<BaselineJson> of(@Nullable BaselineLosses baselines) {
        return baselines == null
                ? List.of()
                : baselines.losses().stream().map(BaselineJson::of).toList();
    }

    private static BaselineJson of(BaselineLoss baseline) {
        return new BaselineJson(baseline.kind(), baseline.loss(), baseline.valLoss());
    }
}
