package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunFeedTest {

    private final RunFeed feed = new RunFeed();
    private final ProjectId project = new ProjectId(UUID.randomUUID());
    private final Caller member =
            new Caller(new UserId(UUID.randomUUID()), "ada", Set.of(project), project);
    private final RunId run = new RunId(UUID.randomUUID());
    private final List<RunEvent> heard = new ArrayList<>();

    @Test
    void a_listener_hears_of_its_run_alone() {
        feed.subscribe(member, run, heard::add);

        feed.publish(event(run, 1));
        feed.publish(event(new RunId(UUID.randomUUID()), 2));

        assertThat(heard).containsExactly(event(run, 1));
    }

    @Test
    void a_listener_that_fails_does_not_disturb_the_others() {
        feed.subscribeAll(
                member,
                _ -> {
                    throw new IllegalStateException("broken listener");
                });
        feed.subscribeAll(member, heard::add);

        feed.publish(event(run, 1));

        assertThat(heard).containsExactly(event(run, 1));
    }

    @Test
    void nothing_is_heard_after_closing() {
        Subscription subscription = feed.subscribeAll(member, heard::add);
        subscription.close();
        subscription.close();

        feed.publish(event(run, 1));

        assertThat(heard).isEmpty();
    }

    @Test
    void the_same_listener_subscribed_twice_is_closed_once() {
        Subscription first = feed.subscribeAll(member, heard::add);
        feed.subscribeAll(member, heard::add);
        first.close();

        feed.publish(event(run, 1));

        assertThat(heard).hasSize(1);
    }

    @Test
    void strangers_hear_nothing() {
        ProjectId other = new ProjectId(UUID.randomUUID());
        Caller stranger = new Caller(new UserId(UUID.randomUUID()), "eve", Set.of(other), other);
        feed.subscribeAll(stranger, heard::add);
        feed.subscribe(stranger, run, heard::add);

        feed.publish(event(run, 1));

        assertThat(heard).isEmpty();
    }

    private RunEvent event(RunId id, int epoch) {
        return new RunEvent(id, project, RunState.RUNNING, epoch, 0);
    }
}
