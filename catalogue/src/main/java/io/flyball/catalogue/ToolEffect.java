package io.flyball.catalogue;

/** What a tool does to the world. */
public enum ToolEffect {
    READ,
    CHANGE,
    DESTRUCTIVE
}
