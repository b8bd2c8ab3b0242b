package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeTable;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.shell.Texts;
import java.util.stream.Stream;

/** All runs of a list, one below the other. */
final class FlatRows implements TableRows {

    private final Texts texts;
    private final RunBody body;

    FlatRows(NativeTable table, RowTools tools, RunBody.Source source) {
        texts = tools.texts();
        body = new RunBody(tools, source);
        table.add(body);
    }

    @Override
    public void fromTheTop() {
        body.fromTheTop();
    }

    @Override
    public void reload() {
        body.reload();
    }

    @Override
    public void later() {
        body.later();
    }

    @Override
    public void earlier() {
        body.earlier();
    }

    @Override
    public int above() {
        return body.above();
    }

    @Override
    public boolean hasLater() {
        return body.below() > 0;
    }

    @Override
    public boolean isEmpty() {
        return body.total() == 0;
    }

    @Override
    public String count() {
        return texts.get("runs.count", body.total());
    }

    @Override
    public void arrange(ListColumns columns) {
        body.arrange(columns);
    }

    @Override
    public Stream<RunBody> bodies() {
        return Stream.of(body);
    }
}
