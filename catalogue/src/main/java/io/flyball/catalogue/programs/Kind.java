package io.flyball.catalogue.programs;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in one place of a command.
 *
 * @param name as the grammar's file writes it
 * @param shape what the whole word must look like
 */
record Kind(String name, Role role, Shape shape) {
    private static final Map<String, Kind> BUILT_IN = Map.ofEntries(
            entry("text", Role.TEXT, word -> true),
            entry("number", Role.TEXT, Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?[a-zA-Z]{0,3}")),
            entry("name", Role.TEXT, Pattern.compile("[\\w][\\w.@:%+/\\\\-]*")),
            entry("read", Role.READ, word -> true),
            entry("look", Role.LOOK, word -> true),
            entry("host", Role.HOST, Pattern.compile("[\\w.:\\[\\]-]+")),
            entry("sed", Role.TEXT, SedScript::onlyReads),
            entry("awk", Role.TEXT, AwkProgram::onlyReads),
            entry("jq", Role.TEXT, JqFilter::onlyReads),
            entry("sql", Role.TEXT, SqlQuery::onlyReads));

    /** Whether a word looks as it should. */
    @FunctionalInterface
    interface Shape {
        boolean fits(String word);
    }

    private static Map.Entry<String, Kind> entry(String name, Role role, Shape shape) {
        return Map.entry(name, new Kind(name, role, shape));
    }

    private static Map.Entry<String, Kind> entry(String name, Role role, Pattern pattern) {
        return entry(name, role, word -> pattern.matcher(word).matches());
    }

    static Optional<Kind> builtIn(String name) {
        return Optional.ofNullable(BUILT_IN.get(name));
    }

    /** One of a program's own, written {@code role pattern}, for example {@code text \+.*}. */
    static Kind own(String name, String written) {
        String[] parts = written.split(" ", 2);
        Role role = switch (parts[0]) {
            case "text" -> Role.TEXT;
            case "read" -> Role.READ;
            case "look" -> Role.LOOK;
            case "host" -> Role.HOST;
            default -> throw new IllegalArgumentException("kind " + name + " must begin with a role, not " + parts[0]);
        };
        Pattern pattern = Pattern.compile(parts.length == 1 ? ".*" : parts[1], Pattern.DOTALL);
        return new Kind(name, role, word -> pattern.matcher(word).matches());
    }
}
