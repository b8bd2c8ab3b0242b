package dev.wavetrain.bench;

import dev.wavetrain.Application;
import dev.wavetrain.walk.SystemBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long lists, filters, charts and comparisons take over a filled database: filters by REST, of
 * which a page of 50 and the count of all is asked, and pages in Chromium on the same machine, from
 * the opening of the address until it is drawn.
 *
 * <p>System properties: which database, as {@link Filled} has it; {@code times} that each is
 * measured.
 */
public final class SizeBench {

    private static final int WARM_UP = 5;
    private static final int COMPARED = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> FILTERS =
            List.of(
                    "",
                    "val_loss < 0.01 and (cell = \"GRU\" or tag = baseline) and started > 30d"
                            + " and not state = FAILED",
                    "damped wave",
                    "\"damped wave\"",
                    "damped not wave",
                    "nothing has this word",
                    "val_loss < 0.01",
                    "cell = GRU and units >= 40",
                    "state in (FAILED, DIVERGED) and started > 2d",
                    "seconds > 5m",
                    "started < 2026-06-20 and started > 300d",
                    "earlyStopping is not empty",
                    "training.optimizer.learningRate <= 1e-3",
                    "experiment contains gru and not tag in (wide, paper)",
                    "favourite = true and group is empty",
                    "notes contains second",
                    "owner = bench and best_val_loss < 1e-4",
                    "not (cell = GRU or cell = LSTM) and epochs > 100",
                    "state = PAUSED or (tag = final and tag = paper and not tag = sweep)");
    private static final List<String> ORDERS =
            List.of("-queuedAt", "best_val_loss", "-finishedAt", "-seconds", "name");

    private final Requests asked;
    private final int times;
    private boolean starred;

    private SizeBench(Requests asked, int times) {
        this.asked = asked;
        this.times = times;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        System.out.println(Machine.description());
        int times = Integer.getInteger("times", 40);
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(Application.class).run(Filled.settings())) {
            String address =
                    "http://localhost:%s/"
                            .formatted(
                                    application.getEnvironment().getProperty("local.server.port"));
            try (Requests asked = new Requests(address);
                    SystemBrowser browser = SystemBrowser.open()) {
                SizeBench bench = new SizeBench(asked, times);
                bench.filters();
                bench.orders();
                bench.pages(
                        new SizePages(address, browser.visitor(), WARM_UP, times, bench::write));
            }
        }
    }

    /**
     * H2 answers a question again from memory until something is written, as it is all the time.
     */
    private void write() {
        try {
            String path = "api/v1/runs/" + ids("?size=1").getFirst() + "/favourite";
            asked.answer(starred ? asked.delete(path) : asked.put(path));
            starred = !starred;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void filters() throws IOException, InterruptedException {
        System.out.printf("%n%-86s %8s %s%n", "filter, ms by REST", "runs", Times.HEAD);
        for (String filter : FILTERS) {
            HttpRequest request = runs("?size=50&query=" + encoded(filter));
            int total = JSON.readTree(asked.answer(request)).path("total").asInt();
            System.out.printf(
                    "%-86s %8d %s%n",
                    filter, total, asked.times(request, WARM_UP, times, this::write));
        }
    }

    private void orders() throws IOException, InterruptedException {
        System.out.printf("%n%-86s %8s %s%n", "order, ms by REST", "", Times.HEAD);
        for (String order : ORDERS) {
            HttpRequest request = runs("?size=50&sort=" + order);
            System.out.printf(
                    "%-86s %8s %s%n", order, "", asked.times(request, WARM_UP, times, this::write));
        }
    }

    private void pages(SizePages pages) throws IOException, InterruptedException {
        System.out.printf("%n%-86s %8s %s%n", "page, ms until it is drawn", "", Times.HEAD);
        pages.signIn();
        say("runs, by the menu", pages.listByMenu());
        say("runs", pages.list(""));
        pages.keep("runs");
        say("runs, with curves and count", pages.whole(""));
        say("runs, filtered", pages.list("?query=" + encoded(FILTERS.get(1))));
        pages.keep("filtered");
        String other = "cell = GRU and units >= 40";
        say("a filter written over the list", pages.filter(other));
        say("a filter written over the list, and the count", pages.counted(other));
        say("runs, under experiments", pages.groups());
        pages.keep("groups");
        String longRun = ids("?size=1&query=" + encoded("epochs >= 1000000")).getFirst();
        say("the chart of 1,000,000 epochs", pages.chart(longRun));
        pages.keep("chart");
        String drawn = encoded("epochs < 1000000 and val_loss >= 0 and epoch > 50");
        say("the newest 50 compared", pages.compare(ids("?size=50&query=" + drawn)));
        pages.keep("compare");
        List<String> withLong = new ArrayList<>(ids("?size=49&query=" + drawn));
        withLong.add(longRun);
        say("49 compared, and the long one", pages.compare(withLong));
        pages.keep("compare-long");
    }

    private static void say(String what, Times times) {
        System.out.printf("%-86s %8s %s%n", what, "", times);
    }

    private List<String> ids(String parameters) throws IOException, InterruptedException {
        JsonNode items = JSON.readTree(asked.answer(runs(parameters))).path("items");
        List<String> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.path("id").asString()));
        if (ids.isEmpty() || ids.size() > COMPARED) {
            throw new IllegalStateException(ids.size() + " runs for " + parameters);
        }
        return ids;
    }

    private HttpRequest runs(String parameters) {
        return asked.get("api/v1/runs" + parameters);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
