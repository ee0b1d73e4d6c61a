package io.flyball.orchestrator.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an action does, without what it does it to: a command's first two words, an HTTP method. */
final class Verb {
    private static final Pattern COMMAND =
            Pattern.compile("\"argv\"\\s*:\\s*\\[\\s*\"([^\"]*)\"(?:\\s*,\\s*\"([^\"]*)\")?");
    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:\\s*\"([^\"]*)\"");

    private Verb() {}

    static String of(ProposedAction action) {
        Matcher command = COMMAND.matcher(action.argumentsJson());
        if (command.find()) {
            return command.group(2) == null ? command.group(1) : command.group(1) + " " + command.group(2);
        }
        Matcher method = METHOD.matcher(action.argumentsJson());
        return method.find() ? method.group(1) : "";
    }
}
