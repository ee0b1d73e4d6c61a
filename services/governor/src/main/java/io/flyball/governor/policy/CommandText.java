package io.flyball.governor.policy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An action as a person would type or read it. What cannot be seen is written as an escape, so that no text can pass for
 * another one.
 */
final class CommandText {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./*-]+");
    /** Control characters, and format characters such as those that reverse the direction of writing. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private CommandText() {}

    static String of(KnownAction action) {
        return action.argv().isEmpty()
                ? ofCall(action.proposal().tool(), action.arguments())
                : action.parts().stream().map(part -> ofCommand(part.argv())).collect(Collectors.joining(" | "));
    }

    /** The command with shell quoting, though no shell is involved. */
    static String ofCommand(List<String> argv) {
        return argv.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static String ofCall(String tool, Map<String, Object> arguments) {
        return arguments.entrySet().stream()
                .map(argument -> argument.getKey() + "=" + JSON.writeValueAsString(argument.getValue()))
                .map(CommandText::visible)
                .collect(Collectors.joining(" ", tool + " ", ""))
                .strip();
    }

    private static String quoted(String argument) {
        return PLAIN.matcher(argument).matches()
                ? argument
                : "'" + visible(argument).replace("'", "'\\''") + "'";
    }

    private static String visible(String text) {
        return UNSEEN.matcher(text)
                .replaceAll(unseen -> "\\\\u{%x}".formatted(unseen.group().codePointAt(0)));
    }
}
