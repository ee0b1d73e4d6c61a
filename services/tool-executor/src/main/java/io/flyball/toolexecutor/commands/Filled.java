package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A command that fits a permission.
 *
 * @param argv the command
 * @param free indices of the arguments that fill wildcards; the permission spells out the others
 * @param isSpelledOut whether the permission has no wildcard at all
 * @param effect what the permission says that it does
 */
record Filled(List<String> argv, Set<Integer> free, boolean isSpelledOut, ToolEffect effect) {

    static Filled of(List<String> argv, CommandPermission permission) {
        List<String> pattern = permission.argv();
        Set<Integer> free = IntStream.range(0, argv.size())
                .filter(i -> i >= pattern.size()
                        || pattern.get(i).equals("*")
                        || pattern.get(i).equals("**"))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
        boolean spelledOut = pattern.stream().noneMatch(word -> word.equals("*") || word.equals("**"));
        return new Filled(argv, free, spelledOut, permission.effect());
    }

    /** The program's name without its folder. */
    String program() {
        return argv.getFirst().substring(argv.getFirst().lastIndexOf('/') + 1);
    }

    List<String> freeArguments() {
        return free.stream().sorted().map(argv::get).toList();
    }

    boolean reads() {
        return effect == ToolEffect.READ;
    }
}
