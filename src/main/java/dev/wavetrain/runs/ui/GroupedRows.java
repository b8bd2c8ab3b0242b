package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeTable;
import dev.wavetrain.common.Page;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunHead;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.shell.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of a list under headings. The rows of a group are read when it is opened. */
final class GroupedRows implements TableRows {

    private static final int PAGE = 100;

    /** Reads what a list has, in parts. */
    interface Source {

        Page<RunHead> heads(int first, int most);

        Page<RunDetails> rows(@Nullable String key, int first, int most);
    }

    private final NativeTable table;
    private final RowTools tools;
    private final Source source;
    private final GroupSection.Ways ways;
    private final Map<String, GroupSection> sections = new LinkedHashMap<>();
    private int shown = PAGE;
    private long total;

    GroupedRows(NativeTable table, RowTools tools, Source source, GroupSection.Ways ways) {
        this.table = table;
        this.tools = tools;
        this.source = source;
        this.ways = ways;
    }

    @Override
    public void fromTheTop() {
        shown = PAGE;
        sections.values().forEach(GroupSection::remove);
        sections.clear();
        heads();
    }

    @Override
    public void reload() {
        heads();
        sections.values().forEach(GroupSection::reload);
    }

    /** Headings that were there stay, with what is open below them. */
    private void heads() {
        Page<RunHead> page = source.heads(0, shown);
        total = page.total();
        Map<String, GroupSection> before = new LinkedHashMap<>(sections);
        List<String> wanted = page.items().stream().map(GroupedRows::name).toList();
        sections.clear();
        boolean moved = !wanted.equals(new ArrayList<>(before.keySet()));
        for (RunHead head : page.items()) {
            GroupSection section = before.remove(name(head));
            if (section == null) {
                section = section(head);
            }
            section.show(head);
            sections.put(name(head), section);
        }
        before.values().forEach(GroupSection::remove);
        if (moved) {
            sections.values().forEach(GroupSection::place);
        }
    }

    private GroupSection section(RunHead head) {
        return new GroupSection(
                table, tools, ways, (first, most) -> source.rows(head.key(), first, most));
    }

    /** No tag has a line's end in it. */
    private static String name(RunHead head) {
        return head.key() == null ? "\n" : head.key();
    }

    @Override
    public void later() {
        shown = Math.min(shown + PAGE, RunQuery.MOST_HEADS);
        heads();
    }

    @Override
    public void earlier() {
        // No heading goes at the top.
    }

    @Override
    public int above() {
        return 0;
    }

    @Override
    public boolean hasLater() {
        return total > shown && shown < RunQuery.MOST_HEADS;
    }

    @Override
    public boolean isEmpty() {
        return total == 0;
    }

    @Override
    public String count() {
        Texts texts = tools.texts();
        return texts.get("runs.groups", total);
    }

    @Override
    public void arrange(ListColumns columns) {
        sections.values().forEach(section -> section.arrange(columns));
    }

    @Override
    public Stream<RunBody> bodies() {
        return sections.values().stream().flatMap(GroupSection::body);
    }
}
