package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import dev.wavetrain.common.RunId;
import dev.wavetrain.shell.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tabs of a run, as links: each opens in a new window too, and is found in the history. */
final class RunNav extends Nav {

    private final Map<RunTab, Anchor> links = new EnumMap<>(RunTab.class);

    RunNav(RunId run, Texts texts) {
        this(
                List.of(RunTab.values()),
                tab -> tab.address(run),
                tab -> texts.nameOf("run.tab", tab),
                texts);
    }

    RunNav(
            List<RunTab> tabs,
            Function<RunTab, String> address,
            Function<RunTab, String> name,
            Texts texts) {
        addClassName("wt-tabs");
        getElement().setAttribute("aria-label", texts.get("run.tabs"));
        for (RunTab tab : tabs) {
            Anchor link = new Anchor(address.apply(tab), name.apply(tab));
            links.put(tab, link);
            add(link);
        }
    }

    void select(RunTab selected) {
        links.forEach((tab, link) -> {
            if (tab == selected) {
                link.getElement().setAttribute("aria-current", "page");
                // On a phone the row of tabs is wider than the screen.
                link.getElement()
                        .executeJs(
                                """
                                const row = this.parentElement;
                                row.scrollLeft = this.offsetLeft - row.offsetLeft
                                    - (row.clientWidth - this.offsetWidth) / 2;\
                                """);
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
