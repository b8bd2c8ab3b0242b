package dev.wavetrain.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One of everything that has a page, and the addresses of those pages.
 *
 * @param forPeople pages of those who are signed in
 * @param forAnybody pages that need no account
 */
record Screens(List<String> forPeople, List<String> forAnybody) {

    private static final String GUEST = "ada";
    static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    /**
     * @param owner a page of the owner's
     * @param guest a page of nobody's, by which somebody joins
     */
    static Screens made(RunningWavetrain wavetrain, Page owner, Page guest) {
        String dataset = dataset(wavetrain, owner);
        String preset =
                id(wavetrain.post("api/v1/experiments", Map.of("preset", "sin-to-cos-simple-rnn")));
        String group = group(wavetrain, preset);
        String other = wavetrain.train("damped-simple-rnn", Map.of("training.epochs", 2));
        String run = trained(wavetrain, owner);
        String both = "compare?runs=" + run + "," + other;
        String checkpoint = wavetrain.checkpoint(run, 80);
        String project = "projects/" + project(wavetrain);
        joins(wavetrain, guest);
        return new Screens(
                List.of(
                        "runs",
                        "runs?group=experiment",
                        "experiments",
                        "experiments/new",
                        "experiments/" + preset,
                        "runs/" + run,
                        "runs/" + run + "/forecast",
                        "runs/" + run + "/checkpoints",
                        "runs/" + run + "/configuration",
                        "runs/" + run + "/notes",
                        "groups/" + group,
                        both,
                        both + "&tab=influence",
                        both + "&tab=forecasts",
                        "data",
                        dataset,
                        "lab?checkpoints=" + checkpoint,
                        "lab/" + kept(wavetrain, checkpoint),
                        "models",
                        "models/" + promoted(wavetrain, checkpoint),
                        "notifications",
                        "workers",
                        "projects",
                        project,
                        project + "/audit",
                        "team",
                        "audit",
                        "bin",
                        "help",
                        "account",
                        "runs/" + UNKNOWN,
                        "nowhere"),
                List.of(
                        "sign-in",
                        "sign-in?error",
                        path(wavetrain.post("api/v1/invitations", Map.of())),
                        "join/none",
                        path(wavetrain.post("api/v1/accounts/" + guest(wavetrain), Map.of())),
                        "reset/none",
                        path(wavetrain.post("api/v1/runs/" + run + "/links", Map.of())),
                        path(wavetrain.post("api/v1/groups/" + group + "/links", Map.of())),
                        "shared/none"));
    }

    private static String dataset(RunningWavetrain wavetrain, Page page) {
        page.navigate(wavetrain.at("data"));
        page.locator(".wt-data-upload").click();
        String lines = "hour,temperature\n0,20\n1,21.5\n2,19\n";
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("office.csv", "text/csv", lines.getBytes(UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the data"))
                .click();
        page.waitForURL("**/data/*");
        return page.url().substring(page.url().lastIndexOf("data/"));
    }

    private static String group(RunningWavetrain wavetrain, String experiment) {
        Map<String, Object> asked =
                Map.of("seeds", List.of(1, 2), "overrides", Map.of("training.epochs", 2));
        return id(
                wavetrain.post("api/v1/experiments/" + experiment + "/runs", asked).path("group"));
    }

    /** A run with all its epochs. */
    private static String trained(RunningWavetrain wavetrain, Page page) {
        String run = wavetrain.train("sin-to-cos-simple-rnn", Map.of());
        page.navigate(wavetrain.at("runs/" + run));
        page.waitForFunction("() => document.title.startsWith('✓')");
        return run;
    }

    private static String kept(RunningWavetrain wavetrain, String checkpoint) {
        Map<String, Object> asked =
                Map.of("name", "tried", "checkpoints", List.of(checkpoint), "starts", List.of(0));
        return id(wavetrain.post("api/v1/lab/results", asked));
    }

    private static String promoted(RunningWavetrain wavetrain, String checkpoint) {
        Map<String, Object> asked =
                Map.of("name", "wave", "checkpoint", checkpoint, "aliases", List.of("champion"));
        return id(wavetrain.post("api/v1/models", asked));
    }

    /** One with a webhook, of which nothing happens that it would be told. */
    private static String project(RunningWavetrain wavetrain) {
        String project = id(wavetrain.post("api/v1/projects", Map.of("name", "Waves")));
        wavetrain.put(
                "api/v1/projects/" + project + "/webhook",
                Map.of("address", "https://hooks.example.org/wavetrain"));
        return project;
    }

    private static void joins(RunningWavetrain wavetrain, Page guest) {
        guest.navigate(wavetrain.at(path(wavetrain.post("api/v1/invitations", Map.of()))));
        guest.locator("input[name=username]").fill(GUEST);
        guest.locator("input[name=password]").fill("long enough");
        guest.locator("button[type=submit]").click();
        guest.locator("vaadin-app-layout").waitFor();
    }

    /** What gives the guest a new password. */
    private static String guest(RunningWavetrain wavetrain) {
        return wavetrain
                        .get("api/v1/accounts")
                        .valueStream()
                        .filter(one -> one.path("name").asString().equals(GUEST))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asString()
                + "/password-reset";
    }

    private static String id(JsonNode made) {
        assertThat(made.path("id").asString("")).as("id in %s", made).isNotEmpty();
        return made.path("id").asString();
    }

    /** Where an address leads that was told once. */
    private static String path(JsonNode issued) {
        String url = issued.path("url").asString("");
        assertThat(url).as("address in %s", issued).startsWith("http");
        return url.replaceFirst("https?://[^/]+/", "");
    }
}
