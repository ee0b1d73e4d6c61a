package io.flyball.orchestrator.shell;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an older version stored, in the form of today, so that open runs go on through an upgrade. */
final class StateUpgrade {
    private StateUpgrade() {}

    /** A stored run of any version. */
    static JsonNode toCurrent(JsonNode stored) {
        int version = known(stored);
        if (version == 1) {
            fromFirst((ObjectNode) stored);
        }
        if (version <= 2) {
            fromSecond(stored.path("state"));
        }
        return stored;
    }

    /** Whoever read only what it knows of a newer state would lose the rest at its next write. */
    private static int known(JsonNode stored) {
        int version = stored.path("version").asInt();
        if (version > StoredRun.VERSION) {
            throw new IllegalStateException("a newer orchestrator has written version " + version
                    + " of a run's state, and this one knows " + StoredRun.VERSION
                    + ": start the newer one again, or let it end its open runs first");
        }
        return version;
    }

    /** A turn of the first version, which carried no version. */
    static JsonNode turn(JsonNode turn) {
        known(turn);
        plan((ObjectNode) turn.path("plan"));
        turn.path("actions").forEach(StateUpgrade::action);
        return turn;
    }

    private static void fromFirst(ObjectNode stored) {
        ObjectNode state = (ObjectNode) stored.path("state");
        if (state.path("is").asString().equals("Ended")) {
            state.put("returned", false);
            return;
        }
        run((ObjectNode) state.path("run"));
        if (state.path("plan") instanceof ObjectNode plan) {
            plan(plan);
        }
        state.path("actions").forEach(StateUpgrade::action);
    }

    /** It kept other alerts that fire, and said of none what it is about. */
    private static void fromSecond(JsonNode state) {
        for (JsonNode node : List.of(state.path("run"), state.path("closed").path("run"))) {
            if (node instanceof ObjectNode run) {
                ObjectNode alerts = run.putObject("alerts");
                alerts.set("known", run.remove("followUps"));
                alerts.put("more", false);
                lists(alerts, "rest", "besides");
            }
        }
    }

    private static void run(ObjectNode run) {
        lists(run, "followUps", "collateral", "phases", "findings", "listeners");
        run.putObject("loops").put("detections", 0).putArray("recent");
        run.path("owed").forEach(owed -> ((ObjectNode) owed).putNull("phase"));
        ((ObjectNode) run.path("tally")).put("reads", 0);
        ObjectNode spec = (ObjectNode) run.path("spec");
        spec.put("causalDepth", 0);
        lists(spec, "specialists", "phases", "background");
        limits((ObjectNode) spec.path("limits"));
    }

    private static void limits(ObjectNode limits) {
        limits.put("toolRetries", 3).put("specialists", 4);
        limits.putObject("patience")
                .put("answer", "PT72H")
                .put("handOver", "PT0S")
                .put("watch", "PT30M");
    }

    private static void plan(ObjectNode plan) {
        ObjectNode wants = (ObjectNode) plan.path("wants");
        wants.path("actions").forEach(action -> lists((ObjectNode) action, "resources"));
        if (wants.path("steps") instanceof ArrayNode) {
            wants.putArray("steps");
        }
    }

    private static void action(JsonNode action) {
        lists((ObjectNode) action.path("proposal"), "resources");
        ObjectNode state = (ObjectNode) action.path("state");
        if (state.path("is").asString().equals("Called")) {
            state.put("dispatch", 1);
        }
        if (state.path("report") instanceof ObjectNode report) {
            lists(report, "collateral");
        }
    }

    private static void lists(ObjectNode node, String... names) {
        List.of(names).forEach(node::putArray);
    }
}
