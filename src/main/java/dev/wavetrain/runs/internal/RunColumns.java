package dev.wavetrain.runs.internal;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import java.time.Instant;

/** What lists of runs are filtered and sorted by, as it is stored. */
final class RunColumns {

    private final CriteriaBuilder builder;
    private final Root<RunEntity> run;

    RunColumns(CriteriaBuilder builder, Root<RunEntity> run) {
        this.builder = builder;
        this.run = run;
    }

    Expression<Double> number(String field) {
        return switch (field) {
            case "loss" -> progress("loss");
            case "val_loss" -> progress("valLoss");
            case "best_val_loss" -> bestValLoss();
            case "best_epoch" -> progress("bestEpoch").as(Double.class);
            case "epoch", "epochs" -> progress(field).as(Double.class);
            case "seconds" -> run.get("seconds");
            case "seed", "priority", "version" -> run.get("origin").get(field).as(Double.class);
            default -> throw new IllegalArgumentException(field + " is no number");
        };
    }

    Expression<Instant> time(String field) {
        return run.get(field + "At");
    }

    Expression<String> text(String field) {
        return switch (field) {
            case "name" -> run.get("name");
            case "owner" -> run.get("origin").get("ownerName");
            case "worker" -> run.get("attempts").get("worker");
            case "failure" -> run.get("failureReason").as(String.class);
            default -> throw new IllegalArgumentException(field + " is no text");
        };
    }

    /** What a list is sorted by: see {@link dev.wavetrain.runs.RunQuery#SORTS}. */
    Expression<?> sorted(String by) {
        return switch (by) {
            case "name", "owner" -> builder.lower(text(by));
            case "priority", "seed" -> run.get("origin").get(by);
            case "epoch" -> progress("epoch");
            case "loss", "val_loss", "best_val_loss", "seconds" -> number(by);
            default -> run.get(by);
        };
    }

    private <T> Path<T> progress(String column) {
        return run.get("progress").get(column);
    }

    /** Without validation the best is a loss of training. */
    private Expression<Double> bestValLoss() {
        return builder.<Double>selectCase()
                .when(progress("valLoss").isNotNull(), this.<Double>progress("best"))
                .otherwise(builder.nullLiteral(Double.class));
    }
}
