package io.flyball.catalogue.programs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A call of xargs of which every option is known here.
 *
 * @param how how its words get into the command
 * @param command what it runs; echo if it names nothing
 */
record Xargs(How how, List<String> command) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    /** How the words get into the command. */
    sealed interface How {
        /** All at its end. */
        record Last() implements How {}

        /** At its end, so many at a time. */
        record Some(int most) implements How {}

        /** All as one word, in place of the mark. */
        record Instead(String mark) implements How {}
    }

    /** Nothing if an option is not known here, or there are two that say how: which of them holds differs between versions of xargs. */
    static Optional<Xargs> of(List<String> argv) {
        Deque<String> left = new ArrayDeque<>(argv.subList(1, argv.size()));
        How how = new How.Last();
        while (!left.isEmpty() && left.getFirst().startsWith("-")) {
            String option = left.removeFirst();
            if (!option.equals("-r")) {
                Optional<How> said = how(option, left);
                if (said.isEmpty() || !(how instanceof How.Last)) {
                    return Optional.empty();
                }
                how = said.get();
            }
        }
        return Optional.of(new Xargs(how, left.isEmpty() ? List.of("echo") : List.copyOf(left)));
    }

    /** Its value is in the same word, or the next one. */
    private static Optional<How> how(String option, Deque<String> left) {
        String kind = option.substring(0, Math.min(2, option.length()));
        String value = option.length() > 2 ? option.substring(2) : left.isEmpty() ? "" : left.removeFirst();
        return switch (kind) {
            case "-n" ->
                NUMBER.matcher(value).matches() ? Optional.of(new How.Some(Integer.parseInt(value))) : Optional.empty();
            case "-I" -> value.isEmpty() ? Optional.empty() : Optional.of(new How.Instead(value));
            default -> Optional.empty();
        };
    }

    /** The one command that it runs; nothing if these would be several. */
    Optional<List<String>> with(List<String> words) {
        return switch (how) {
            case How.Last _ -> Optional.of(followedBy(words));
            case How.Some some -> words.size() > some.most() ? Optional.empty() : Optional.of(followedBy(words));
            case How.Instead instead -> {
                String all = String.join(" ", words);
                yield Optional.of(command.stream()
                        .map(word -> word.replace(instead.mark(), all))
                        .toList());
            }
        };
    }

    private List<String> followedBy(List<String> words) {
        return Stream.concat(command.stream(), words.stream()).toList();
    }
}
