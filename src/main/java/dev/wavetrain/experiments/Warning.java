package dev.wavetrain.experiments;

import java.util.List;
import java.util.Locale;

/**
 * What is allowed but tells against an experiment or a run. The text bundles say it in each
 * language as {@code warning.NAME} with the arguments and what to do as {@code advice.NAME.do}; the
 * help page explains it at {@link #help()}.
 */
public interface Warning {

    String name();

    /** The numbers that the message names: counts as whole ones, what was measured as others. */
    List<? extends Number> arguments();

    /** The message in English. */
    String message();

    /** The address of what to do, without the server's. */
    default String help() {
        return "/help#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
