package io.flyball.orchestrator.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What loop detection remembers.
 *
 * @param recent the newest actions, oldest first
 * @param detections how often the run was found to repeat itself
 */
public record LoopWatch(List<ActionTrace> recent, int detections) {
    static final LoopWatch NONE = new LoopWatch(List.of(), 0);
    private static final int REMEMBERED = 6;

    /**
     * What is kept of an action.
     *
     * @param fingerprint tool and normalised arguments
     * @param key tool and verb
     * @param text what similarity is measured on
     * @param step the step that it belonged to
     * @param changesBefore changes made before it; more of them in between mean that the world has moved
     */
    public record ActionTrace(String fingerprint, String key, String text, int step, int changesBefore) {}

    public LoopWatch {
        recent = List.copyOf(recent);
    }

    LoopWatch after(ActionTrace trail, boolean detected) {
        List<ActionTrace> more = new ArrayList<>(recent);
        more.add(trail);
        return new LoopWatch(
                more.subList(Math.max(0, more.size() - REMEMBERED), more.size()), detections + (detected ? 1 : 0));
    }
}
