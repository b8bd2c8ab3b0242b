package dev.wavetrain.api;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.Subscription;
import dev.wavetrain.sharing.CallLife;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells one listener of one run, on a thread of its own, until the run ends or the listener goes. A
 * slow listener holds up nobody: what happens meanwhile is told at once afterwards.
 */
final class RunEventStream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RunEventStream.class);

    private final RunSources sources;
    private final Caller caller;
    private final CallLife life;
    private final RunId run;
    private final Duration heartbeat;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final Semaphore news = new Semaphore(0);
    private volatile boolean closed;
    private volatile boolean accessChanged;
    private StreamPosition position;

    RunEventStream(
            RunSources sources,
            Caller caller,
            CallLife life,
            RunId run,
            StreamPosition position,
            Duration heartbeat) {
        this.sources = sources;
        this.caller = caller;
        this.life = life;
        this.run = run;
        this.position = position;
        this.heartbeat = heartbeat;
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(gone -> close());
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Ends the stream soon. The thread is never interrupted: it may be reading the database. */
    void close() {
        closed = true;
        news.release();
    }

    @Override
    public void run() {
        // Subscribed before the first look, so that nothing falls between.
        try (Subscription feed = sources.feed().subscribe(caller, run, event -> news.release());
                var access = sources.access().follow(caller.user(), this::lookAgain)) {
            boolean ended = tell();
            while (!ended && !closed) {
                boolean something = news.tryAcquire(patience().toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
                if (closed || mayNoLonger()) {
                    break;
                }
                if (!something) {
                    // Shows that the listener is still there; one that is not ends the stream.
                    emitter.send(SseEmitter.event().comment("still here"));
                }
                ended = tell();
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A listener of run {} has gone", run, gone);
        } catch (NotFound deleted) {
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            LOG.error("The event stream of run {} failed", run, e);
            emitter.complete();
        }
    }

    private void lookAgain() {
        accessChanged = true;
        news.release();
    }

    /** A moment past a token's end, where that comes before the next heartbeat. */
    private Duration patience() {
        Duration left = life.left().plusMillis(1);
        return left.compareTo(heartbeat) < 0 ? left : heartbeat;
    }

    private boolean mayNoLonger() {
        boolean look = accessChanged || life.left().isZero();
        accessChanged = false;
        return look && !life.holds();
    }

    /** Sends all that is new. True where nothing more will come. */
    private boolean tell() throws IOException {
        // The state is read first: where it is final, what is read after it is all there is.
        RunDetails now = sources.runs().find(caller, run);
        boolean ended = now.state().isFinal();
        if (!ended) {
            tellState(now);
        }
        tellMetrics();
        tellCheckpoints();
        if (ended) {
            tellState(now);
        }
        return ended;
    }

    private void tellState(RunDetails now) throws IOException {
        if (now.state() != position.state()) {
            position = position.at(now.state());
            send("state", sources.json().of(caller, now));
        }
    }

    private void tellMetrics() throws IOException {
        MetricSeries delta =
                sources.metrics()
                        .series(
                                caller,
                                run,
                                MetricSeries.KEYS,
                                position.epoch(),
                                MetricSeries.DEFAULT_POINTS);
        if (delta.next() > position.epoch()) {
            position = position.atEpoch(delta.next());
            send("metrics", MetricsJson.of(delta));
        }
    }

    private void tellCheckpoints() throws IOException {
        for (CheckpointDetails checkpoint :
                position.untold(sources.checkpoints().list(caller, run))) {
            position = position.atCheckpoint(checkpoint);
            send("checkpoint", CheckpointJson.of(checkpoint));
        }
    }

    private void send(String name, Object data) throws IOException {
        emitter.send(
                SseEmitter.event()
                        .name(name)
                        .id(position.toString())
                        .data(data, MediaType.APPLICATION_JSON));
    }
}
