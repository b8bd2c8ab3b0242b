package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.shell.RunPart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.talking.CommentFeed;
import dev.wavetrain.talking.Comments;
import java.time.Clock;

/** Puts the comments on a run's page. */
@org.springframework.stereotype.Component
record CommentsPart(Comments comments, CommentFeed feed, Clock clock) implements RunPart {

    @Override
    public Component make(Caller caller, RunId run, Texts texts) {
        return new CommentsCard(caller, run, this, texts);
    }
}
