package dev.wavetrain.data.ui;

import dev.wavetrain.data.BadTable;
import dev.wavetrain.data.Dataset;
import dev.wavetrain.shell.Texts;

/** Data sets in a reader's words. */
record DataWords(Texts texts) {

    /** "12,000 rows · 3 columns · 1.2 MB". */
    String size(Dataset dataset) {
        return String.join(
                " · ",
                texts.get("data.rows", dataset.rows()),
                texts.get("data.columns", dataset.columns().size()),
                texts.bytes(dataset.bytes()));
    }

    /** "temps.csv · UTF-8 · comma · decimal point". */
    String format(Dataset dataset) {
        return String.join(
                " · ",
                texts.nameOf("data.encoding", dataset.format().encoding()),
                texts.nameOf("data.separator", dataset.format().separator()),
                texts.nameOf("data.decimal", dataset.format().decimal()));
    }

    /** Why a file is refused, and where. */
    String bad(BadTable bad) {
        return texts.get("data.bad." + bad.reason(), bad.arguments().toArray());
    }
}
