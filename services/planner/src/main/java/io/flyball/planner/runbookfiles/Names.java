package io.flyball.planner.runbookfiles;

/** What runbooks, steps and variables may be called. */
final class Names {
    private Names() {}

    static String runbook(String name) {
        return checked(name, "[a-z][a-z0-9-]*", "a runbook's name is lower case with hyphens");
    }

    /** As a name in expressions, where a hyphen would be a minus. */
    static String step(String id) {
        return checked(id, "[a-z][a-z0-9_]*", "a step's id is lower case with underscores");
    }

    static String variable(String name) {
        return checked(
                name, "[a-z][A-Za-z0-9_]*", "a variable's name begins with a lower case letter and has no hyphens");
    }

    private static String checked(String name, String form, String rule) {
        if (!name.matches(form)) {
            throw new IllegalArgumentException(rule + ", not " + name);
        }
        return name;
    }
}
