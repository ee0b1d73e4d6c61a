package io.flyball.cli;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What was meant by a word that is not known. Only commands that a person may try without harm are ever suggested: who
 * is unsure of a word must not be led to one that stops, resets, releases or answers something.
 */
final class Suggestions {
    /** Groups show what is in them; the others only look, or ask first. */
    private static final Set<String> HARMLESS = Set.of(
            "alerts",
            "approvals",
            "completion",
            "cost",
            "dead-letters",
            "demo",
            "doctor",
            "help",
            "list",
            "logs",
            "runs",
            "show",
            "status",
            "watch");

    private Suggestions() {}

    /** One line; empty if nothing is near. */
    static String of(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        CommandLine command = unmatched.getCommandLine();
        String near = unmatched.getUnmatched().stream()
                .limit(1)
                .flatMap(typed -> near(typed, command.getCommandSpec()))
                .collect(Collectors.joining(" or "));
        return near.isEmpty() ? "" : "Did you mean: " + near + "?";
    }

    private static Stream<String> near(String typed, CommandSpec command) {
        return typed.startsWith("-")
                ? command.optionsMap().keySet().stream().filter(option -> isNear(typed, option))
                : command.subcommands().keySet().stream()
                        .filter(HARMLESS::contains)
                        .filter(name -> isNear(typed, name))
                        .map(name -> command.qualifiedName() + " " + name);
    }

    private static boolean isNear(String typed, String name) {
        return name.length() > 2 && slips(typed, name) <= Math.max(1, name.length() / 3);
    }

    /** How many letters must be added, left out or exchanged to make one word of the other. */
    private static int slips(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int letter = 1; letter <= one.length(); letter++) {
            row = next(row, one.charAt(letter - 1), letter, other);
        }
        return row[other.length()];
    }

    private static int[] next(int[] above, char letter, int number, String other) {
        int[] row = new int[above.length];
        row[0] = number;
        for (int column = 1; column < row.length; column++) {
            int exchanged = above[column - 1] + (letter == other.charAt(column - 1) ? 0 : 1);
            row[column] = Math.min(exchanged, Math.min(above[column], row[column - 1]) + 1);
        }
        return row;
    }
}
