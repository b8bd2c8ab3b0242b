package dev.wavetrain.runs.internal;

import java.util.UUID;

/** What its users want of a run that trains. */
record Wish(UUID run, Wishes wishes) {}
