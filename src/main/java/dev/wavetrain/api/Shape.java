package dev.wavetrain.api;

/** Names of the schemas that are written by hand in {@code openapi/definition.json}. */
final class Shape {

    static final String DEFINITION = "#/components/schemas/Definition";
    static final String SEQUENCE = "#/components/schemas/Sequence";

    private Shape() {}
}
