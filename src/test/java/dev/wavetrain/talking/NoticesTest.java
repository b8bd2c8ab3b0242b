package dev.wavetrain.talking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.Favourites;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.sharing.Members;
import dev.wavetrain.sharing.Projects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;

/** Everybody is told what they chose to be told, once, and sees of it what they may see. */
@IntegrationTest
class NoticesTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired Notices notices;
    @Autowired NoticeFeed feed;
    @Autowired Comments comments;
    @Autowired Favourites favourites;
    @Autowired Projects projects;
    @Autowired Members members;
    @Autowired RunService runs;
    @Autowired ExperimentService experiments;

    Person ada;
    Person bob;
    ProjectId project;

    @BeforeEach
    void a_project_of_two() {
        ada = Person.make(context, port);
        bob = Person.make(context, port);
        project = projects.create(ada.caller(), "Told").id();
        members.add(ada.caller(), project, bob.name(), MemberRole.VIEWER);
    }

    @Test
    void a_mention_is_told_to_whom_it_calls_and_not_to_its_writer() {
        RunId run = trained(Map.of());
        comments.add(ada.caller(), run, "@" + bob.name() + " and I, @" + ada.name());
        assertThat(told(bob)).containsExactly(Notice.Kind.MENTION);
        assertThat(first(bob).by()).isEqualTo(ada.name());
        assertThat(told(ada)).containsExactly(Notice.Kind.FINISHED);
    }

    @Test
    void a_mention_is_told_once_however_often_it_is_edited() {
        RunId run = trained(Map.of());
        UUID id = comments.add(ada.caller(), run, "hello").id();
        assertThat(told(bob)).isEmpty();
        comments.edit(ada.caller(), id, "hello @" + bob.name());
        comments.edit(ada.caller(), id, "hello again @" + bob.name());
        assertThat(told(bob)).containsExactly(Notice.Kind.MENTION);
        comments.delete(ada.caller(), id);
        assertThat(told(bob)).isEmpty();
        assertThat(notices.unread(bob.caller())).isZero();
    }

    @Test
    void each_end_is_told_as_what_it_is() {
        trained(Map.of());
        trained(
                Map.of(
                        "training.optimizer.learningRate",
                        DoubleNode.valueOf(1e30),
                        "training.epochs",
                        IntNode.valueOf(5)));
        assertThat(told(ada)).containsExactly(Notice.Kind.DIVERGED, Notice.Kind.FINISHED);
        assertThat(told(bob)).isEmpty();
    }

    @Test
    void a_favourite_is_told_of_and_so_is_a_project_that_was_chosen() {
        RunId run = queued(Map.of());
        favourites.set(bob.caller(), run, true);
        awaitEnd(run);
        assertThat(told(bob)).containsExactly(Notice.Kind.FINISHED);
        choose(bob, false, Set.of(project));
        trained(Map.of());
        assertThat(told(bob)).hasSize(2);
    }

    @Test
    void what_was_not_chosen_is_not_told() {
        notices.choose(
                ada.caller(),
                new NoticeChoices(false, false, true, true, true, true, false, Set.of(project)));
        RunId run = trained(Map.of());
        comments.add(bob.caller(), run, "@" + ada.name());
        assertThat(told(ada)).isEmpty();
    }

    @Test
    void the_choices_stay_as_they_were_made() {
        assertThat(notices.choices(bob.caller())).isEqualTo(NoticeChoices.USUAL);
        NoticeChoices chosen = choose(bob, true, Set.of(project));
        assertThat(notices.choices(bob.caller())).isEqualTo(chosen);
        ProjectId foreign = projects.create(ada.caller(), "Not his").id();
        assertThatThrownBy(() -> choose(bob, true, Set.of(foreign))).isInstanceOf(NotFound.class);
    }

    @Test
    void one_is_read_and_then_all_are() {
        RunId run = trained(Map.of());
        comments.add(bob.caller(), run, "@" + ada.name());
        assertThat(notices.unread(ada.caller())).isEqualTo(2);
        notices.read(ada.caller(), first(ada).id());
        assertThat(notices.unread(ada.caller())).isEqualTo(1);
        assertThat(first(ada).read()).isTrue();
        UUID id = first(ada).id();
        assertThatThrownBy(() -> notices.read(bob.caller(), id)).isInstanceOf(NotFound.class);
        notices.readAll(ada.caller());
        assertThat(notices.unread(ada.caller())).isZero();
    }

    @Test
    void whoever_leaves_sees_nothing_of_it_any_more() {
        RunId run = trained(Map.of());
        comments.add(ada.caller(), run, "@" + bob.name());
        members.remove(ada.caller(), project, bob.caller().user());
        assertThat(told(bob)).isEmpty();
        assertThat(notices.unread(bob.caller())).isZero();
        trained(Map.of());
        assertThat(told(bob)).isEmpty();
    }

    @Test
    void pages_hear_of_what_is_new_and_what_was_read() {
        RunId run = trained(Map.of());
        List<Boolean> heard = new ArrayList<>();
        Runnable leave = feed.subscribe(bob.caller().user(), heard::add);
        comments.add(ada.caller(), run, "@" + bob.name());
        assertThat(heard).hasSize(1);
        notices.readAll(bob.caller());
        assertThat(heard).hasSize(2);
        leave.run();
    }

    private NoticeChoices choose(Person who, boolean browser, Set<ProjectId> followed) {
        NoticeChoices chosen =
                new NoticeChoices(true, true, false, true, false, false, browser, followed);
        notices.choose(who.caller(), chosen);
        return chosen;
    }

    private List<Notice.Kind> told(Person who) {
        return notices.list(who.caller(), 0, 50).items().stream().map(Notice::kind).toList();
    }

    private Notice first(Person who) {
        return notices.list(who.caller(), 0, 1).items().getFirst();
    }

    private RunId queued(Map<String, JsonNode> overrides) {
        Caller caller = ada.caller();
        var experiment =
                experiments.createFromPreset(caller, project, "damped-simple-rnn", null).id();
        Map<String, JsonNode> all =
                new java.util.HashMap<>(Map.of("training.epochs", IntNode.valueOf(1)));
        all.putAll(overrides);
        return runs.queue(caller, experiment, TestRuns.request(0, all)).id();
    }

    private RunId trained(Map<String, JsonNode> overrides) {
        RunId run = queued(overrides);
        awaitEnd(run);
        return run;
    }

    private void awaitEnd(RunId run) {
        RunState state =
                await().atMost(java.time.Duration.ofSeconds(30))
                        .until(() -> runs.find(ada.caller(), run), now -> now.state().isFinal())
                        .state();
        assertThat(state).isIn(RunState.COMPLETED, RunState.DIVERGED);
    }
}
