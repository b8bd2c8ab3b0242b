package dev.wavetrain.experiments;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sequence.ColumnSource;
import java.util.List;

/** The columns of data sets that definitions may name. What is in the bin may not be named anew. */
public interface DataColumns {

    /**
     * A data set to choose from.
     *
     * @param columns those that hold numbers, in the file's order
     */
    record Table(String id, String name, long rows, List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** Those that a definition in this project may use: its own. */
    ColumnSource in(ProjectId project);

    /** Those of all projects that the caller sees: for a definition that is nowhere yet. */
    ColumnSource seenBy(Caller caller);

    /** What there is in a project, the newest first; none where the caller does not see it. */
    List<Table> tables(Caller caller, ProjectId project);
}
