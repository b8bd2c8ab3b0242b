package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.runs.compare.RunComparisons;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The comparison's numbers as files. */
final class CompareDownloads extends Div {

    /** Writes some of them. */
    private interface Content {
        void write(RunComparisons comparisons, List<RunId> runs, Writer to) throws IOException;
    }

    CompareDownloads(
            Caller caller, RunComparison comparison, CompareServices services, Texts texts) {
        List<RunId> runs = comparison.runs().stream().map(RunDetails::id).toList();
        addClassName("wt-compare-files");
        add(
                link(
                        "comparison.csv",
                        texts.get("compare.csv.table"),
                        services,
                        runs,
                        (all, ids, to) -> all.writeTable(caller, ids, to)),
                link(
                        "comparison-epochs.csv",
                        texts.get("compare.csv.curves"),
                        services,
                        runs,
                        (all, ids, to) -> all.writeCurves(caller, ids, to)));
    }

    private static Anchor link(
            String file,
            String words,
            CompareServices services,
            List<RunId> runs,
            Content content) {
        DownloadHandler csv =
                event -> {
                    event.setFileName(file);
                    event.setContentType("text/csv;charset=utf-8");
                    Writer to =
                            new BufferedWriter(
                                    new OutputStreamWriter(
                                            event.getOutputStream(), StandardCharsets.UTF_8));
                    content.write(services.comparisons(), runs, to);
                };
        Anchor link = new Anchor(csv, "");
        link.add(new Icon(Icon.Shape.DOWNLOAD), new Span(words));
        link.addClassName("wt-link");
        return link;
    }
}
