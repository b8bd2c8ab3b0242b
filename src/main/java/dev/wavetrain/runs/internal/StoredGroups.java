package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.runs.GroupComparison;
import dev.wavetrain.runs.GroupDetails;
import dev.wavetrain.runs.GroupRequest;
import dev.wavetrain.runs.GroupSeries;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.RunGroups;
import dev.wavetrain.runs.RunService;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Groups of runs, in the database. */
@Service
class StoredGroups implements RunGroups {

    private static final int MOST_LISTED = 200;

    private final GroupRows groups;
    private final RunRows rows;
    private final GroupQueueing queueing;
    private final GroupCurves curves;
    private final RunService runs;
    private final RunMapper mapper;

    StoredGroups(
            GroupRows groups,
            RunRows rows,
            GroupQueueing queueing,
            GroupCurves curves,
            RunService runs,
            RunMapper mapper) {
        this.groups = groups;
        this.rows = rows;
        this.queueing = queueing;
        this.curves = curves;
        this.runs = runs;
        this.mapper = mapper;
    }

    @Override
    public RunGroup queue(Caller caller, ExperimentId experiment, GroupRequest request) {
        return find(caller, queueing.queue(caller, experiment, request));
    }

    @Override
    public RunGroup find(Caller caller, GroupId id) {
        GroupDetails group =
                groups.findById(id.value())
                        .filter(found -> caller.sees(found.project(), id))
                        .orElseThrow(() -> new NotFound("group", id))
                        .details();
        RunGroup all =
                new RunGroup(
                        group, rows.inGroup(id.value()).stream().map(mapper::details).toList());
        return caller.sees(group.project()) ? all : all.forVisitors();
    }

    @Override
    public List<GroupDetails> inProject(Caller caller, ProjectId project) {
        return caller.sees(project)
                ? groups.newest(project.value(), Limit.of(MOST_LISTED)).stream()
                        .map(GroupEntity::details)
                        .toList()
                : List.of();
    }

    @Override
    public GroupSeries series(Caller caller, GroupId id, Collection<String> keys, int maxPoints) {
        new Rules()
                .that(
                        MetricSeries.KEYS.containsAll(keys),
                        "keys",
                        Rule.ONE_OF,
                        MetricSeries.LOSS + ", " + MetricSeries.VAL_LOSS)
                .between("maxPoints", maxPoints, 1, GroupSeries.MOST_POINTS)
                .check();
        List<String> all = List.of(MetricSeries.LOSS, MetricSeries.VAL_LOSS);
        return curves.series(find(caller, id), keys.isEmpty() ? all : keys, maxPoints);
    }

    @Override
    public GroupComparison compare(Caller caller, GroupId id, GroupId with) {
        RunGroup group = find(caller, id);
        RunGroup other = find(caller, with);
        if (id.equals(with)) {
            throw new InvalidValue(new FieldError("with", Rule.NOT_ALLOWED, Reason.SAME_GROUP));
        }
        return GroupComparison.of(group, other);
    }

    /** Run by run: one that ends meanwhile keeps no other from being cancelled. */
    @Override
    public RunGroup cancel(Caller caller, GroupId id) {
        RunGroup group = find(caller, id);
        caller.mustChange(group.details().project());
        if (group.hasEnded()) {
            throw new Conflict("All runs of the group have ended already.");
        }
        group.runs().stream()
                .filter(run -> !run.state().isFinal())
                .forEach(run -> cancelUnlessEnded(caller, run));
        return find(caller, id);
    }

    private void cancelUnlessEnded(Caller caller, RunDetails run) {
        try {
            runs.cancel(caller, run.id());
        } catch (Conflict ended) {
            // Between the look and the request: that is what was wanted.
        }
    }
}
