package dev.wavetrain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe-core has to say of a page. */
public final class Axe {

    private static final Set<String> BAD = Set.of("serious", "critical");

    private Axe() {}

    /**
     * The serious faults of a page, each as its rule and an element. All rules are tried; only what
     * holds is not listed, which costs most of the time. Looking into frames would open a further
     * page for each look: there are none.
     */
    public static List<String> faults(Page page) {
        assertThat(page.frames()).as("frames of " + page.url()).hasSize(1);
        AxeRunOptions faultsAlone = new AxeRunOptions();
        faultsAlone.setResultTypes(List.of(ResultType.Violations.getKey()));
        return new AxeBuilder(page)
                .setLegacyMode(true).options(faultsAlone).analyze().getViolations().stream()
                        .filter(rule -> BAD.contains(rule.getImpact()))
                        .map(Axe::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }
}
