package io.flyball.orchestrator.run;

import java.util.function.Consumer;

/** States and commands of a random life, for whoever must be able to keep any of them. */
public final class RandomStates {
    private final RandomLife life;

    public RandomStates(long seed) {
        life = new RandomLife(seed);
    }

    /** Lives for a while and shows each state and each command. */
    public void forEach(Consumer<RunState> states, Consumer<RunCommand> commands) {
        for (int i = 0; i < 100; i++) {
            life.step();
            life.given.last.commands().forEach(commands);
            if (life.given.state != null) {
                states.accept(life.given.state);
            }
        }
    }
}
