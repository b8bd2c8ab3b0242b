package dev.wavetrain.sharing.ui;

import dev.wavetrain.shell.parts.PlainTable;
import java.util.List;

/** The tables of people, projects and what belongs to them. */
final class SimpleTable extends PlainTable {

    SimpleTable(String label, List<String> columns) {
        super(label, columns);
    }
}
