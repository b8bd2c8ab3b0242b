package dev.wavetrain.talking;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.Mentions;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.talking.internal.CommentRows;
import dev.wavetrain.talking.internal.MemberNames;
import dev.wavetrain.talking.internal.MemberNames.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say about runs. Whoever sees a run may say something; one's own words one may change
 * and take back, and a project's admins may take back anybody's. A run that the caller does not see
 * has no comments: {@link NotFound}.
 */
@Service
public class Comments {

    /** How long one that was deleted can be brought back. */
    static final Duration KEPT = Duration.ofDays(1);

    private final CommentRows rows;
    private final MemberNames members;
    private final RunService runs;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Comments(
            CommentRows rows,
            MemberNames members,
            RunService runs,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.members = members;
        this.runs = runs;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public Page<Comment> list(Caller caller, RunId run, int page, int size) {
        var _ = project(caller, run);
        return new Page<>(rows.list(run, (long) page * size, size), rows.count(run));
    }

    /** Whom a comment on the run can call, by name. */
    @Transactional(readOnly = true)
    public List<String> callable(Caller caller, RunId run) {
        return members.of(project(caller, run)).stream().map(Named::name).toList();
    }

    /** Empty where there is none, or it was taken back. */
    @Transactional(readOnly = true)
    public Optional<Comment> find(Caller caller, UUID id) {
        return rows.find(id, false).filter(one -> sees(caller, one));
    }

    private boolean mayDelete(Caller caller, Comment comment) {
        return isOwn(caller, comment) || mayDeleteAll(caller, comment.run());
    }

    /** Whether the caller may take back whatever was said of the run. */
    public boolean mayDeleteAll(Caller caller, RunId run) {
        return caller.mayAdminister(project(caller, run));
    }

    public boolean isOwn(Caller caller, Comment comment) {
        return comment.author().equals(caller.user());
    }

    /**
     * @param text Markdown; {@code @name} calls a member
     * @throws dev.wavetrain.common.InvalidValue at {@code text}
     */
    @Transactional
    public Comment add(Caller caller, RunId run, String text) {
        ProjectId project = project(caller, run);
        String words = checked(text);
        UUID id = UUID.randomUUID();
        rows.insert(id, run, caller.user(), words, clock.instant());
        mention(caller, run, project, id, words);
        events.publishEvent(new CommentAdded(project, run, id));
        return told(found(caller, id));
    }

    /**
     * @throws Forbidden where another wrote it
     * @throws dev.wavetrain.common.InvalidValue at {@code text}
     */
    @Transactional
    public Comment edit(Caller caller, UUID id, String text) {
        Comment comment = found(caller, id);
        if (!isOwn(caller, comment)) {
            throw new Forbidden(Forbidden.Need.AUTHOR);
        }
        String words = checked(text);
        if (words.equals(comment.text())) {
            return comment;
        }
        rows.edit(id, words, clock.instant());
        mention(caller, comment.run(), project(caller, comment.run()), id, words);
        return told(found(caller, id));
    }

    /**
     * Takes a comment back; for a day it can be restored.
     *
     * @throws Forbidden where another wrote it and the caller is no admin
     */
    @Transactional
    public void delete(Caller caller, UUID id) {
        Comment comment = found(caller, id);
        requireDelete(caller, comment);
        rows.delete(id, clock.instant());
        rows.forget(clock.instant().minus(KEPT));
        var _ = told(comment);
    }

    /** Brings one back that was deleted; whoever may delete it may do that. */
    @Transactional
    public void restore(Caller caller, UUID id) {
        Comment comment =
                rows.find(id, true)
                        .filter(one -> sees(caller, one))
                        .orElseThrow(() -> new NotFound("comment", id));
        requireDelete(caller, comment);
        rows.delete(id, null);
        var _ = told(comment);
    }

    private void requireDelete(Caller caller, Comment comment) {
        if (!mayDelete(caller, comment)) {
            throw new Forbidden(Forbidden.Need.AUTHOR);
        }
    }

    private Comment found(Caller caller, UUID id) {
        return find(caller, id).orElseThrow(() -> new NotFound("comment", id));
    }

    private boolean sees(Caller caller, Comment comment) {
        return !runs.findAll(caller, Set.of(comment.run())).isEmpty();
    }

    private ProjectId project(Caller caller, RunId run) {
        // Whoever only has a link to the run does not see what is said of it.
        return caller.mustSee(runs.find(caller, run).project());
    }

    private void mention(Caller caller, RunId run, ProjectId project, UUID comment, String text) {
        List<Named> known = members.of(project);
        Set<String> called = Mentions.in(text, known.stream().map(Named::name).toList());
        List<UUID> accounts =
                known.stream()
                        .filter(member -> called.contains(member.name()))
                        .map(Named::account)
                        .toList();
        rows.mention(comment, accounts);
        notices.mentioned(caller.user(), run, comment, accounts);
    }

    private Comment told(Comment comment) {
        events.publishEvent(new CommentsChanged(comment.run()));
        return comment;
    }

    private static String checked(String text) {
        String words = text.strip();
        new Rules()
                .that(!words.isEmpty(), "text", Rule.REQUIRED)
                .text("text", words, Comment.LONGEST_TEXT)
                .check();
        return words;
    }
}
