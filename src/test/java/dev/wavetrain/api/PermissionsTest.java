package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Multipart;
import dev.wavetrain.Person;
import dev.wavetrain.ViewTemplates;
import jakarta.servlet.ServletContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Tries every call of REST as everybody, and holds the answers to the table in the documents. */
@IntegrationTest
class PermissionsTest {

    static final String API = "/api/v1";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;
    @Autowired ServletContext servlets;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    Map<String, ApiClient> people;
    Map<String, String> keys;
    ApiClient owner;
    ApiClient admin;
    String adminName;
    Person viewer;
    Person editor;
    String project;
    String experiment;
    String run;
    String group;
    String otherGroup;
    String checkpoint;
    String definition;
    String model;

    @BeforeEach
    void project_with_members_and_a_run_that_has_ended() {
        Person stranger = Person.make(context, port);
        viewer = Person.make(context, port);
        editor = Person.make(context, port);
        Person boss = Person.make(context, port);
        owner = ApiClient.owner(port);
        admin = boss.client();
        adminName = boss.name();
        project = id(admin.post(API + "/projects", "{\"name\": \"Table\"}"));
        join(viewer, "VIEWER");
        join(editor, "EDITOR");
        people = new LinkedHashMap<>();
        people.put("nobody", ApiClient.nobody(port));
        people.put("stranger", stranger.client());
        people.put("viewer", viewer.client());
        people.put("editor", editor.client());
        people.put("admin", admin);
        people.put("owner", owner);
        people.put("expired", ApiClient.nobody(port).bearer(expiredToken()));
        experiment = newExperiment();
        run = id(admin.post(API + "/experiments/" + experiment + "/runs", SHORT));
        group = newGroup();
        otherGroup = newGroup();
        definition =
                admin.get(API + "/experiments/" + experiment).json().get("definition").toString();
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(
                        () -> admin.get(API + "/runs/" + run).json(),
                        now -> now.get("state").stringValue().equals("COMPLETED"));
        admin.put(API + "/projects/" + project + "/webhook", HOOK);
        String held = newLink().get("key").stringValue();
        JsonNode ended = newLink();
        admin.delete(API + "/links/" + ended.get("id").stringValue());
        keys = Map.of("link", held, "revoked", ended.get("key").stringValue());
        keys.forEach((who, key) -> people.put(who, ApiClient.nobody(port).bearer(key)));
        checkpoint =
                admin.get(API + "/runs/" + run + "/checkpoints")
                        .json()
                        .get(0)
                        .get("id")
                        .stringValue();
        model = newModel();
    }

    /** Nothing is known under this name, by whoever is asked. */
    static final String HOOK = "{\"address\": \"https://hooks.invalid/\", \"active\": false}";

    static final String SHORT = "{\"overrides\": {\"training.epochs\": 1}}";

    @Test
    void every_call_answers_everybody_as_the_table_says() throws Exception {
        PermissionTable table = PermissionTable.of("REST");
        assertThat(new TreeSet<>(table.rows().keySet())).isEqualTo(routes());
        SoftAssertions all = new SoftAssertions();
        table.rows()
                .forEach((route, cells) ->
                        cells.forEach((person, cell) ->
                                all.assertThat(said(call(route, person)))
                                        .as("%s as %s", route, person)
                                        .isEqualTo(cell)));
        all.assertAll();
    }

    /** What a view shows its members comes of the services that the calls above ask as well. */
    @Test
    void every_view_has_a_row_and_opens_to_nobody_only_as_the_table_says() throws Exception {
        PermissionTable table = PermissionTable.of("Views");
        assertThat(new TreeSet<>(table.rows().keySet())).isEqualTo(ViewTemplates.of(servlets));
        SoftAssertions all = new SoftAssertions();
        table.rows()
                .forEach((view, cells) -> {
                    String path = view.replace("/:tab?", "").replaceAll(":\\w+", "unknown");
                    Answer answer = ApiClient.nobody(port).get(path);
                    boolean sentAway = answer.header("Location").endsWith("/sign-in");
                    all.assertThat(sentAway ? "401" : said(answer))
                            .as(view)
                            .isEqualTo(cells.get("nobody"));
                });
        all.assertAll();
    }

    private TreeSet<String> routes() {
        TreeSet<String> routes = new TreeSet<>();
        mapping.getHandlerMethods()
                .forEach((info, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("dev.wavetrain")) {
                        info.getPatternValues()
                                .forEach(path ->
                                        info.getMethodsCondition()
                                                .getMethods()
                                                .forEach(verb -> routes.add(verb + " " + path)));
                    }
                });
        return routes;
    }

    private static String said(Answer answer) {
        int status = answer.status();
        // A conflict is about the state of things, which is told to those alone who may ask.
        return status < 300 || status == 409 ? "yes" : String.valueOf(status);
    }

    private Answer call(String route, String who) {
        String[] parts = route.split(" ");
        String path =
                path(route, parts[1]).replace("{key}", keys.getOrDefault(who, "A".repeat(43)));
        String body = body(route);
        // Whoever has a key shows it in the address, where there is a place for it.
        boolean shown = parts[1].contains("{key}") && keys.containsKey(who);
        ApiClient person = shown ? ApiClient.nobody(port) : people.get(who);
        if (path.equals(ArchivesApi.IMPORT)) {
            byte[] archive = admin.get(API + "/projects/" + project + "/archive").raw().body();
            return person.send(
                    person.request(path)
                            .header("Content-Type", "application/zip")
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(archive)));
        }
        if (route.equals("POST /api/v1/datasets")) {
            return newDataset(person);
        }
        if (route.equals("POST " + ModelFilesApi.PATH)) {
            return ModelFilesApiTest.upload(
                    person, "simple-rnn-sequence.keras", Multipart.field("project", project));
        }
        return body.isEmpty() && !parts[0].equals("POST")
                ? person.send(person.request(path).method(parts[0], none()))
                : person.send(parts[0], path, body);
    }

    private static java.net.http.HttpRequest.BodyPublisher none() {
        return java.net.http.HttpRequest.BodyPublishers.noBody();
    }

    /** What a call takes away is made anew for each of them. */
    private String path(String route, String path) {
        String first = path.split("/")[3];
        Supplier<String> id =
                switch (first) {
                    case "experiments" ->
                            route.startsWith("DELETE") ? this::newExperiment : () -> experiment;
                    case "runs" -> () -> run;
                    case "groups" -> () -> group;
                    case "checkpoints" -> () -> checkpoint;
                    case "projects" ->
                            route.equals("DELETE /api/v1/projects/{id}")
                                    ? this::newProject
                                    : () -> project;
                    case "workers" -> this::worker;
                    case "lab" -> this::newLabResult;
                    case "datasets" -> () -> newDataset(admin).json().get("id").stringValue();
                    case "comments" -> this::viewersComment;
                    case "notifications" -> this::adminsNotification;
                    case "accounts" -> () -> Person.make(context, port).id();
                    case "invitations" -> () -> id(owner.post(API + "/invitations", "{}"));
                    case "links" -> () -> newLink().get("id").stringValue();
                    case "views" -> this::newView;
                    case "tokens" -> () -> id(admin.post(API + "/tokens", "{\"name\": \"tried\"}"));
                    default -> () -> "";
                };
        String filled = path.contains("{id}") ? path.replace("{id}", id.get()) : path;
        filled = filled.replace("{runId}", run);
        if (filled.contains("{name}")) {
            filled =
                    filled.replace("{name}", route.startsWith("DELETE") ? newModel() : model)
                            .replace("{version}", "1")
                            .replaceAll("\\{alias}|\\{reference}", "champion");
        }
        if (filled.contains("{account}")) {
            Person member = Person.make(context, port);
            join(member, "VIEWER");
            filled = filled.replace("{account}", member.id());
        }
        if (filled.contains("{delivery}")) {
            filled = filled.replace("{delivery}", newDelivery());
        }
        if (first.startsWith("audit") || first.equals("bin")) {
            return filled + "?project=" + project;
        }
        if (first.startsWith("compare")) {
            JsonNode runs = admin.get(API + "/groups/" + group).json().get("runs");
            return filled + "?runs=" + run + "," + runs.get(0).get("id").stringValue();
        }
        return filled.endsWith("/compare") ? filled + "?with=" + otherGroup : filled;
    }

    private String body(String route) {
        return switch (route) {
            case "POST /api/v1/definitions/check" -> definition;
            case "POST /api/v1/lab/sweeps", "POST /api/v1/lab/results" -> trial();
            case "POST /api/v1/queue/{runId}/move" -> "{\"to\": 1}";
            case "POST /api/v1/experiments" ->
                    "{\"preset\": \"damped-gru\", \"project\": \"" + project + "\"}";
            case "PUT /api/v1/experiments/{id}" ->
                    "{\"name\": \"Changed\", \"definition\": " + definition + "}";
            case "POST /api/v1/experiments/{id}/move" -> "{\"project\": \"" + project + "\"}";
            case "POST /api/v1/experiments/{id}/runs" -> SHORT;
            case "POST /api/v1/views", "PATCH /api/v1/views/{id}" -> named();
            case "PATCH /api/v1/runs/{id}",
                    "POST /api/v1/projects",
                    "PATCH /api/v1/projects/{id}",
                    "PATCH /api/v1/datasets/{id}",
                    "PATCH /api/v1/lab/results/{id}",
                    "POST /api/v1/tokens" ->
                    "{\"name\": \"tried\"}";
            case "POST /api/v1/checkpoints/{id}/evaluations" ->
                    "{\"mode\": \"FREE_RUN\", \"start\": 0, \"steps\": 5}";
            case "POST /api/v1/models" ->
                    "{\"name\": \"%s\", \"checkpoint\": \"%s\"}".formatted(modelName(), checkpoint);
            case "POST /api/v1/models/{name}/versions" ->
                    "{\"checkpoint\": \"" + checkpoint + "\"}";
            case "PUT /api/v1/models/{name}/aliases/{alias}" -> "{\"version\": 1}";
            case "POST /api/v1/models/{name}@{reference}/predict" ->
                    "{\"window\": " + java.util.Collections.nCopies(20, 0.5) + "}";
            case "POST /api/v1/checkpoints/{id}/runs" -> "{\"epochs\": 1}";
            case "POST /api/v1/projects/{id}/members" ->
                    "{\"account\": \""
                            + Person.make(context, port).name()
                            + "\", \"role\": \"VIEWER\"}";
            case "PUT /api/v1/projects/{id}/webhook" -> HOOK;
            case "PUT /api/v1/notifications/choices" -> "{\"mentions\": true, \"own\": true}";
            case "POST /api/v1/runs/{id}/comments", "PATCH /api/v1/comments/{id}" ->
                    "{\"text\": \"tried\"}";
            case "PATCH /api/v1/projects/{id}/members/{account}" -> "{\"role\": \"EDITOR\"}";
            default -> "";
        };
    }

    private Answer newDataset(ApiClient person) {
        return Multipart.dataset(person, project);
    }

    private String newView() {
        return id(admin.post(API + "/views", named()));
    }

    /** Names of views differ. */
    private static String named() {
        return "{\"name\": \"" + java.util.UUID.randomUUID() + "\"}";
    }

    private String newLabResult() {
        return id(admin.post(API + "/lab/results", trial()));
    }

    private String trial() {
        return "{\"name\": \"tried\", \"checkpoints\": [\""
                + checkpoint
                + "\"], \"steps\": 5, \"sweep\": {\"over\": \"PERIOD\", \"from\": 1, \"to\": 2,"
                + " \"steps\": 2}}";
    }

    private static String modelName() {
        return "tried-" + java.util.UUID.randomUUID();
    }

    private String newModel() {
        String name = modelName();
        var _ =
                id(
                        admin.post(
                                API + "/models",
                                "{\"name\": \"%s\", \"checkpoint\": \"%s\", \"aliases\": [\"champion\"]}"
                                        .formatted(name, checkpoint)));
        return name;
    }

    private String newDelivery() {
        return id(admin.post(API + "/projects/" + project + "/webhook/test", ""));
    }

    private String adminsNotification() {
        people.get("viewer")
                .post(API + "/runs/" + run + "/comments", "{\"text\": \"@" + adminName + "\"}");
        return admin.get(API + "/notifications").json().get("items").get(0).get("id").stringValue();
    }

    private String viewersComment() {
        return id(
                people.get("viewer")
                        .post(API + "/runs/" + run + "/comments", "{\"text\": \"so\"}"));
    }

    private String worker() {
        return owner.get(API + "/workers").json().get("items").get(0).get("id").stringValue();
    }

    private String newExperiment() {
        return id(
                admin.post(
                        API + "/experiments",
                        "{\"preset\": \"damped-simple-rnn\", \"project\": \"" + project + "\"}"));
    }

    private JsonNode newLink() {
        return admin.post(API + "/runs/" + run + "/links", "").json();
    }

    /** One with the same members. */
    private String newProject() {
        String first = project;
        project = id(admin.post(API + "/projects", "{\"name\": \"Taken away\"}"));
        String made = project;
        join(viewer, "VIEWER");
        join(editor, "EDITOR");
        project = first;
        return made;
    }

    private String newGroup() {
        Answer made =
                admin.post(
                        API + "/experiments/" + experiment + "/runs",
                        "{\"seeds\": [1, 2], \"overrides\": {\"training.epochs\": 1}}");
        return made.json().get("group").get("id").stringValue();
    }

    private void join(Person person, String role) {
        Answer added =
                admin.post(
                        API + "/projects/" + project + "/members",
                        "{\"account\": \"" + person.name() + "\", \"role\": \"" + role + "\"}");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
    }

    private String expiredToken() {
        Answer made =
                admin.post(
                        API + "/tokens",
                        "{\"name\": \"old\", \"expiresAt\": \"2099-01-01T00:00:00Z\"}");
        jdbc.sql("update access_token set expires_at = created_at where id = :id")
                .param("id", java.util.UUID.fromString(id(made)))
                .update();
        return made.json().get("token").stringValue();
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json().get("id").stringValue();
    }
}
