package io.flyball.cli.access;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.util.List;

/** Ids of which the beginning is enough. */
public final class Prefix {
    private static final int NAMED = 40;

    private Prefix() {}

    /**
     * The one id that begins so.
     *
     * @param kind for the message: run, approval, dead letter
     * @throws CommandFailed if none begins so, or several do
     */
    public static String resolve(String kind, String typed, List<String> ids) {
        if (ids.contains(typed)) {
            return typed;
        }
        List<String> found =
                ids.stream().filter(id -> id.startsWith(typed)).sorted().toList();
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 ->
                throw new CommandFailed(
                        ExitCode.NOT_FOUND,
                        "There is no %s whose id begins with '%s'.".formatted(kind, typed),
                        "List what there is: flyball %ss list".formatted(kind.replace(' ', '-')));
            default ->
                throw new CommandFailed(
                        ExitCode.USAGE,
                        "'%s' fits %d %ss:\n  %s"
                                .formatted(
                                        typed,
                                        found.size(),
                                        kind,
                                        String.join(
                                                "\n  ",
                                                found.stream().limit(NAMED).toList())),
                        "Type more of the id" + (found.size() > NAMED ? "; only the first are shown." : "."));
        };
    }
}
