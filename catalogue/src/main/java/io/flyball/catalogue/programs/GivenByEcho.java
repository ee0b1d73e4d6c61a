package io.flyball.catalogue.programs;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code echo words | xargs command} runs the command with those words. Where that is certain, the command is judged with them; otherwise
 * xargs stays, which may run anything and which no agent may run.
 */
final class GivenByEcho {
    /** Words that neither a shell nor xargs takes for more than they are. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

    private GivenByEcho() {}

    /** The commands of a pipe, its first two as one if they come to one. */
    static List<List<String>> folded(List<List<String>> commands) {
        if (commands.size() < 2
                || !isEcho(commands.get(0))
                || !commands.get(1).getFirst().equals("xargs")) {
            return List.copyOf(commands);
        }
        List<String> words = commands.get(0).subList(1, commands.get(0).size());
        return Xargs.of(commands.get(1))
                .flatMap(xargs -> xargs.with(words))
                .map(command -> Stream.concat(
                                Stream.of(command), commands.stream().skip(2))
                        .toList())
                .orElseGet(() -> List.copyOf(commands));
    }

    private static boolean isEcho(List<String> command) {
        return command.size() > 1
                && command.getFirst().equals("echo")
                && !command.get(1).matches("-[neE]+")
                && command.stream().allMatch(word -> PLAIN.matcher(word).matches());
    }
}
