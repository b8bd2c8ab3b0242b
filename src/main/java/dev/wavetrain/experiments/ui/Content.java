package dev.wavetrain.experiments.ui;

import tools.jackson.databind.node.ObjectNode;

/** What the editor holds, valid or not. */
record Content(String name, String description, ObjectNode definition) {}
