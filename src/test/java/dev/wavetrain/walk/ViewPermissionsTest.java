package dev.wavetrain.walk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import dev.wavetrain.ApiClient;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Multipart;
import dev.wavetrain.Person;
import dev.wavetrain.api.PermissionTable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Opens every view in a browser as everybody, and holds what shows to the table in the documents.
 * Once: what the engines could differ in is asked over REST on both.
 */
@IntegrationTest
@Tag("h2")
class ViewPermissionsTest {

    private static final String API = "/api/v1";
    private static final Page.NavigateOptions BEGUN =
            new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT);

    @LocalServerPort int port;
    @Autowired ApplicationContext context;

    /** Names and passwords. */
    private final Map<String, String[]> people = new LinkedHashMap<>();

    private String project;
    private String experiment;
    private String run;
    private String other;
    private String group;
    private String dataset;
    private String labResult;
    private String model;

    @BeforeEach
    void a_project_with_members() {
        for (String who : new String[] {"stranger", "viewer", "editor", "admin"}) {
            people.put(who, new String[] {Person.make(context, port).name(), Person.PASSWORD});
        }
        people.put("owner", new String[] {IntegrationTest.OWNER, IntegrationTest.PASSWORD});
        ApiClient admin = ApiClient.nobody(port).as(people.get("admin")[0], Person.PASSWORD);
        project = id(admin.post(API + "/projects", "{\"name\": \"Table\"}").json());
        for (String role : new String[] {"viewer", "editor"}) {
            String member =
                    "{\"account\": \"%s\", \"role\": \"%s\"}"
                            .formatted(
                                    people.get(role)[0], role.toUpperCase(java.util.Locale.ROOT));
            admin.post(API + "/projects/" + project + "/members", member);
        }
        experiment =
                id(
                        admin.post(
                                        API + "/experiments",
                                        "{\"preset\": \"damped-gru\", \"project\": \""
                                                + project
                                                + "\"}")
                                .json());
        dataset = id(Multipart.dataset(admin, project).json());
        String runs = API + "/experiments/" + experiment + "/runs";
        String few = "{\"overrides\": {\"training.epochs\": 1}%s}";
        run = id(admin.post(runs, few.formatted("")).json());
        labResult = labResult(admin, run);
        other = id(admin.post(runs, few.formatted("")).json());
        model = id(admin.post(API + "/models", promotion(admin)).json());
        group =
                admin.post(runs, few.formatted(", \"seeds\": [1, 2]"))
                        .json()
                        .get("group")
                        .get("id")
                        .stringValue();
    }

    /** Of the run's checkpoint, as soon as it has one. */
    private static String labResult(ApiClient admin, String run) {
        JsonNode kept =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(
                                () -> admin.get(API + "/runs/" + run + "/checkpoints").json(),
                                checkpoints -> !checkpoints.isEmpty());
        return id(
                admin.post(
                                API + "/lab/results",
                                "{\"name\": \"tried\", \"steps\": 5, \"checkpoints\": [\""
                                        + id(kept.get(0))
                                        + "\"]}")
                        .json());
    }

    /** Of the run's last weights, once there are some. */
    private String promotion(ApiClient admin) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> admin.get(API + "/runs/" + run).json().get("state").stringValue(),
                        "COMPLETED"::equals);
        JsonNode saved = admin.get(API + "/runs/" + run + "/checkpoints").json().get(0);
        return "{\"name\": \"wave\", \"checkpoint\": \"" + id(saved) + "\"}";
    }

    private static String id(JsonNode made) {
        return made.get("id").stringValue();
    }

    @Test
    void every_view_opens_to_each_as_the_table_says() throws Exception {
        PermissionTable table = PermissionTable.of("Views");
        SoftAssertions all = new SoftAssertions();
        try (SystemBrowser browser = SystemBrowser.open()) {
            Map<String, Page> pages = new LinkedHashMap<>();
            people.forEach((who, credentials) -> pages.put(who, signedIn(browser, credentials)));
            table.rows()
                    .forEach((view, cells) -> {
                        // Everybody's page loads while the first is looked at.
                        pages.values().forEach(page -> page.navigate(at(path(view)), BEGUN));
                        pages.forEach((who, page) ->
                                all.assertThat(shown(page))
                                        .as("%s as %s", view, who)
                                        .isEqualTo(cells.get(who)));
                    });
        }
        all.assertAll();
    }

    private Page signedIn(SystemBrowser browser, String[] credentials) {
        Page page = browser.visitor();
        page.navigate(at("/sign-in"));
        page.locator("input[name=username]").fill(credentials[0]);
        page.locator("input[name=password]").fill(credentials[1]);
        page.locator("button[type=submit]").click();
        page.locator("vaadin-app-layout").waitFor();
        return page;
    }

    private static String shown(Page page) {
        page.locator(".wt-view, [data-fault], h1").first().waitFor();
        Locator fault = page.locator("[data-fault]");
        if (fault.count() == 0) {
            return "yes";
        }
        return switch (String.valueOf(fault.first().getAttribute("data-fault"))) {
            case "notFound" -> "404";
            case "denied" -> "403";
            default -> "500";
        };
    }

    private String path(String view) {
        if (view.equals("/compare")) {
            return view + "?runs=" + run + "," + other;
        }
        String id =
                switch (view.split("/", -1)[1]) {
                    case "runs" -> run;
                    case "groups" -> group;
                    case "experiments" -> experiment;
                    case "projects" -> project;
                    case "data" -> dataset;
                    case "lab" -> labResult;
                    case "models" -> model;
                    default -> "unknown";
                };
        return view.replace("/:tab?", "").replace(":id", id).replaceAll(":\\w+", "unknown");
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
