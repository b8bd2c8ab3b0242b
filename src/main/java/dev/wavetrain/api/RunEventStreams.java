package dev.wavetrain.api;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.sharing.CallLife;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The event streams that are open. They end first when the server stops: else it would wait. */
@Component
class RunEventStreams implements SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final RunSources sources;
    private final Set<RunEventStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    RunEventStreams(RunSources sources) {
        this.sources = sources;
    }

    SseEmitter open(Caller caller, CallLife life, RunId run, StreamPosition position) {
        RunEventStream stream = new RunEventStream(sources, caller, life, run, position, HEARTBEAT);
        open.add(stream);
        Thread.ofVirtual()
                .name("events-" + run)
                .start(() -> {
                    try {
                        stream.run();
                    } finally {
                        open.remove(stream);
                    }
                });
        return stream.emitter();
    }

    int count() {
        return open.size();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(RunEventStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
