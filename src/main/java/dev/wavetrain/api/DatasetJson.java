package dev.wavetrain.api;

import dev.wavetrain.data.ColumnFacts;
import dev.wavetrain.data.ColumnType;
import dev.wavetrain.data.Dataset;
import dev.wavetrain.data.DecimalSign;
import dev.wavetrain.data.Encoding;
import dev.wavetrain.data.Separator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A data set as it is answered. */
@Schema(name = "Dataset")
record DatasetJson(
        UUID id,
        String name,
        UUID project,
        long rows,
        List<Column> columns,
        String fileName,
        @Schema(description = "Of the file.") long bytes,
        @Schema(description = "Of the file.") String sha256,
        Encoding encoding,
        Separator separator,
        DecimalSign decimal,
        @Schema(description = "Whether the first line named the columns.") boolean header,
        String owner,
        Instant createdAt,
        @Schema(description = "Since when it is in the bin.") @Nullable Instant deletedAt) {

    /** A column with its facts. */
    @Schema(name = "Column")
    record Column(
            String name,
            @Schema(description = "Only columns of numbers can be learned from.") ColumnType type,
            @Schema(description = "Rows without a value.") long missing,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double mean,
            @Schema(description = "Of all values that are there.")
                    @Nullable Double standardDeviation,
            @Schema(description = "The first value that is there, as written.")
                    @Nullable String first,
            @Nullable String last,
            @Schema(description = "What made a column that began as numbers or times one of text.")
                    @Nullable Odd odd) {

        static Column of(ColumnFacts facts) {
            ColumnFacts.Numbers numbers = facts.numbers();
            ColumnFacts.Odd odd = facts.odd();
            return new Column(
                    facts.name(),
                    facts.type(),
                    facts.missing(),
                    numbers == null ? null : numbers.least(),
                    numbers == null ? null : numbers.greatest(),
                    numbers == null ? null : numbers.mean(),
                    numbers == null ? null : numbers.deviation(),
                    facts.first(),
                    facts.last(),
                    odd == null ? null : new Odd(odd.line(), odd.value()));
        }
    }

    /** A value that is not like those before it. */
    @Schema(name = "OddValue")
    record Odd(@Schema(description = "In the file, from 1.") long line, String value) {}

    static DatasetJson of(Dataset dataset) {
        return new DatasetJson(
                dataset.id().value(),
                dataset.name(),
                dataset.project().value(),
                dataset.rows(),
                dataset.columns().stream().map(Column::of).toList(),
                dataset.fileName(),
                dataset.bytes(),
                dataset.sha256(),
                dataset.format().encoding(),
                dataset.format().separator(),
                dataset.format().decimal(),
                dataset.format().header(),
                dataset.ownerName(),
                dataset.createdAt(),
                dataset.deletedAt());
    }
}
