package io.flyball.toolexecutor.commands;

import java.util.List;
import java.util.Optional;

/** What may fill the wildcards of a permission for one program. */
interface Rule {

    /** Why the command must not run; empty if the rule has nothing against it. */
    Optional<String> objection(Filled command);

    /**
     * The program is a way to run any other, so nothing may fill a wildcard.
     *
     * @param what such programs are
     */
    record OpenEnded(String what) implements Rule {
        @Override
        public Optional<String> objection(Filled command) {
            return Optional.of(
                    command.program() + " " + what + ": the agent's permission must spell out the whole command");
        }
    }

    /**
     * Nothing is known about the program's options, so only operands may fill a wildcard.
     *
     * @param optionSigns how options begin
     */
    record Unknown(List<String> optionSigns) implements Rule {
        @Override
        public Optional<String> objection(Filled command) {
            return command.freeArguments().stream()
                    .filter(argument -> optionSigns.stream().anyMatch(argument::startsWith))
                    .findFirst()
                    .map(option -> "nothing is known about the options of " + command.program()
                            + ": the agent's permission must spell out " + option);
        }
    }
}
