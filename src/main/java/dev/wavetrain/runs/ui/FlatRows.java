package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeTable;
import dev.wavetrain.common.RunId;
import dev.wavetrain.shell.Texts;
import java.util.stream.Stream;

/** All runs of a list, one below the other. */
final class FlatRows implements TableRows {

    private final RowTools tools;
    private final Texts texts;
    private final RunBody body;

    FlatRows(NativeTable table, RowTools tools, RunBody.Source source) {
        this.tools = tools;
        texts = tools.texts();
        body = new RunBody(tools, source);
        table.add(body);
    }

    @Override
    public void fromTheTop() {
        body.fromTheTop();
    }

    @Override
    public void rest() {
        body.fill();
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
        return body.isCounted() ? texts.get("runs.count", body.total()) : "";
    }

    @Override
    public void arrange() {
        body.drawRows();
    }

    @Override
    public boolean star(RunId run) {
        boolean now = tools.star(run);
        bodies().forEach(RunBody::drawRows);
        return now;
    }

    @Override
    public Stream<RunBody> bodies() {
        return Stream.of(body);
    }
}
