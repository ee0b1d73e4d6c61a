package io.flyball.governor.topology;

import io.flyball.governor.approval.ApprovalEvent.GovernorBack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Actions that have not heard yet that the governor is back. Until then nothing about them is decided. */
final class Unheard {
    private final Set<String> actions = new LinkedHashSet<>();
    private @Nullable GovernorBack news;

    /** All of them must hear it. */
    void add(List<String> actionIds, GovernorBack back) {
        actions.addAll(actionIds);
        news = back;
    }

    boolean isEmpty() {
        return actions.isEmpty();
    }

    List<String> first(int most) {
        return new ArrayList<>(actions).subList(0, Math.min(most, actions.size()));
    }

    /** What that action has to hear; once. */
    Optional<GovernorBack> take(String actionId) {
        return actions.remove(actionId) ? Optional.ofNullable(news) : Optional.empty();
    }
}
