package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Commands, word by word.
 *
 * @param words the program and its arguments; {@code *} stands for any one argument, {@code **} at the end for any rest
 */
public record CommandPattern(@JsonValue List<String> words) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommandPattern {
        words = List.copyOf(words);
        if (words.isEmpty() || words.getFirst().contains("*")) {
            throw new IllegalArgumentException("argv must begin with the name of a program, not " + words);
        }
        if (words.subList(0, words.size() - 1).contains("**")) {
            throw new IllegalArgumentException("** may only stand at the end of argv: " + words);
        }
    }

    /** Whether that command fits. */
    public boolean fits(List<String> command) {
        boolean open = words.getLast().equals("**");
        int fixed = open ? words.size() - 1 : words.size();
        if (open ? command.size() < fixed : command.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!words.get(i).equals("*") && !words.get(i).equals(command.get(i))) {
                return false;
            }
        }
        return true;
    }
}
