package io.flyball.catalogue.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code echo words | xargs command} runs the command with those words. Where that is certain, the command is judged with them; otherwise
 * xargs stays, which may run anything and which no agent may run.
 */
final class GivenByEcho {
    /** Words that neither a shell nor xargs takes for more than they are. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

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

    /**
     * A call of xargs.
     *
     * @param most words for each command; empty for all
     * @param mark what the words stand for in the command; null where they come last
     */
    private record Xargs(OptionalInt most, @Nullable String mark, List<String> command) {

        /** Nothing if one of its options is not known here. */
        static Optional<Xargs> of(List<String> argv) {
            OptionalInt most = OptionalInt.empty();
            String mark = null;
            int at = 1;
            while (at < argv.size() && argv.get(at).startsWith("-")) {
                String option = argv.get(at++);
                if (option.equals("-r")) {
                    continue;
                }
                String kind = option.substring(0, Math.min(2, option.length()));
                String value = option.length() > 2 ? option.substring(2) : at < argv.size() ? argv.get(at++) : "";
                if (kind.equals("-n") && NUMBER.matcher(value).matches()) {
                    most = OptionalInt.of(Integer.parseInt(value));
                } else if (kind.equals("-I") && !value.isEmpty()) {
                    mark = value;
                } else {
                    return Optional.empty();
                }
            }
            List<String> command = argv.subList(at, argv.size());
            return Optional.of(new Xargs(most, mark, command.isEmpty() ? List.of("echo") : command));
        }

        /** The one command that it runs; nothing if these would be several. */
        Optional<List<String>> with(List<String> words) {
            if (mark != null) {
                String all = String.join(" ", words);
                String marked = mark;
                return Optional.of(
                        command.stream().map(word -> word.replace(marked, all)).toList());
            }
            if (most.isPresent() && words.size() > most.getAsInt()) {
                return Optional.empty();
            }
            List<String> whole = new ArrayList<>(command);
            whole.addAll(words);
            return Optional.of(List.copyOf(whole));
        }
    }
}
