package dev.wavetrain.talking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.sharing.Members;
import dev.wavetrain.sharing.Projects;
import dev.wavetrain.talking.Activity.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.IntNode;

/** What happened in a project is told to its members, and to nobody else. */
@IntegrationTest
class ActivitiesTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired Activities activities;
    @Autowired Comments comments;
    @Autowired Projects projects;
    @Autowired Members members;
    @Autowired RunService runs;
    @Autowired ExperimentService experiments;

    Person ada;
    Person bob;
    ProjectId project;
    RunId run;

    @BeforeEach
    void somebody_joined_trained_and_said_something() {
        ada = Person.make(context, port);
        bob = Person.make(context, port);
        project = projects.create(ada.caller(), "Busy").id();
        members.add(ada.caller(), project, bob.name(), MemberRole.VIEWER);
        var experiment =
                experiments
                        .createFromPreset(ada.caller(), project, "damped-simple-rnn", "Wave")
                        .id();
        run =
                runs.queue(
                                ada.caller(),
                                experiment,
                                TestRuns.request(0, Map.of("training.epochs", IntNode.valueOf(1))))
                        .id();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> runs.find(ada.caller(), run).state().isFinal());
        comments.add(bob.caller(), run, "so soon?");
    }

    @Test
    void each_is_told_the_newest_first() {
        List<Activity> all = list(bob);
        assertThat(all.stream().map(Activity::kind))
                .containsExactly(
                        Kind.COMMENTED,
                        Kind.COMPLETED,
                        Kind.QUEUED,
                        Kind.MEMBER_ADDED,
                        Kind.PROJECT_MADE);
        assertThat(all.getFirst().actor()).isEqualTo(bob.name());
        assertThat(all.getFirst().run()).isEqualTo(run);
        assertThat(all.get(3).subject()).isEqualTo(bob.name());
        assertThat(all.get(3).detail()).isEqualTo("VIEWER");
    }

    @Test
    void it_is_read_page_by_page() {
        assertThat(activities.list(ada.caller(), project, 1, 2).items())
                .isEqualTo(list(ada).subList(2, 4));
        assertThat(activities.list(ada.caller(), project, 1, 2).total()).isEqualTo(5);
    }

    @Test
    void what_is_in_the_bin_is_not_told() {
        runs.bin(ada.caller(), run);
        assertThat(list(ada).stream().map(Activity::kind))
                .containsExactly(Kind.MEMBER_ADDED, Kind.PROJECT_MADE);
    }

    @Test
    void others_are_told_nothing() {
        Person stranger = Person.make(context, port);
        assertThatThrownBy(() -> list(stranger)).isInstanceOf(NotFound.class);
    }

    private List<Activity> list(Person who) {
        return activities.list(who.caller(), project, 0, 50).items();
    }
}
