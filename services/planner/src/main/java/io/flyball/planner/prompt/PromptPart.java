package io.flyball.planner.prompt;

import java.util.List;
import java.util.Set;

/** A part of the prompt, in the order in which a model reads them. */
enum PromptPart {
    IDENTITY("identity"),
    CONSTRAINTS("constraints"),
    DEFINITION_OF_DONE("definition-of-done"),
    TOOL_SELECTION("tool-selection"),
    MULTI_STEP("multi-step"),
    ERROR_RECOVERY("error-recovery"),
    OUTPUT_FORM("output-form"),
    REMINDER("reminder");

    private static final Set<String> ALWAYS = Set.of("agent.name", "agent.purpose", "environment");
    private static final Set<String> IN_REMINDER =
            Set.of("goal", "mode", "progress", "obligations", "limits", "hints", "background", "findings", "manifest");

    /** What goes before the conversation; the same for every step of a run. */
    static final List<PromptPart> SYSTEM =
            List.of(IDENTITY, CONSTRAINTS, DEFINITION_OF_DONE, TOOL_SELECTION, MULTI_STEP, ERROR_RECOVERY, OUTPUT_FORM);

    private final String name;

    PromptPart(String name) {
        this.name = name;
    }

    String file() {
        return name + ".md";
    }

    boolean knows(String placeholder) {
        return ALWAYS.contains(placeholder) || (this == REMINDER && IN_REMINDER.contains(placeholder));
    }
}
