package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeTable;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunHead;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.shell.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of a list under headings. The rows of a group are read when it is opened. */
final class GroupedRows implements TableRows {

    private static final int PAGE = 100;

    /** Fill a large window: the rest of the first page is drawn when these are. */
    private static final int FIRST = 25;

    /** Reads what a list has, in parts. */
    interface Source {

        Page<RunHead> heads(int first, int most);

        /** The runs under a heading. */
        RunBody.Source under(@Nullable String key);
    }

    private final NativeTable table;
    private final RowTools tools;
    private final Source source;
    private final GroupSection.Ways ways;
    private final Map<String, GroupSection> sections = new LinkedHashMap<>();
    private List<RunHead> unshown = List.of();
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
        List<RunHead> heads = read().items();
        show(heads.subList(0, Math.min(FIRST, heads.size())));
        unshown = heads;
    }

    @Override
    public void rest() {
        if (!unshown.isEmpty()) {
            show(unshown);
        }
        bodies().forEach(RunBody::drawCurves);
    }

    @Override
    public void reload() {
        show(read().items());
        sections.values().forEach(GroupSection::reload);
    }

    private Page<RunHead> read() {
        Page<RunHead> page = source.heads(0, shown);
        total = page.total();
        return page;
    }

    /** Headings that were there stay, with what is open below them. */
    private void show(List<RunHead> heads) {
        unshown = List.of();
        Map<String, GroupSection> before = new LinkedHashMap<>(sections);
        List<String> had = List.copyOf(before.keySet());
        List<String> wanted = heads.stream().map(GroupedRows::name).toList();
        boolean longer = had.size() <= wanted.size() && had.equals(wanted.subList(0, had.size()));
        sections.clear();
        for (RunHead head : heads) {
            GroupSection section = before.remove(name(head));
            if (section == null) {
                section =
                        new GroupSection(name(head), table, tools, ways, source.under(head.key()));
            }
            section.show(head);
            sections.put(name(head), section);
        }
        before.values().forEach(GroupSection::remove);
        sections.values().stream().skip(longer ? had.size() : 0).forEach(GroupSection::place);
    }

    /** No tag has a line's end in it. */
    private static String name(RunHead head) {
        return head.key() == null ? "\n" : head.key();
    }

    @Override
    public void later() {
        shown = Math.min(shown + PAGE, RunQuery.MOST_HEADS);
        show(read().items());
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
    public void arrange() {
        sections.values().forEach(GroupSection::arrange);
    }

    @Override
    public void toggle(String heading) {
        GroupSection section = sections.get(heading);
        if (section != null) {
            section.toggle();
        }
    }

    @Override
    public boolean star(RunId run) {
        boolean now = tools.star(run);
        bodies().forEach(RunBody::drawRows);
        return now;
    }

    @Override
    public Stream<RunBody> bodies() {
        return sections.values().stream().flatMap(GroupSection::body);
    }
}
