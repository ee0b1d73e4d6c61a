package io.flyball.spending;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a call is made.
 *
 * @param request the request that it answers; absent where that is not known any more
 * @param runs the run, then those that delegated it, nearest first
 * @param service what the run is about; absent where nobody has named one
 */
public record Spender(
        String tenant,
        String principal,
        String agent,
        @Nullable String request,
        List<String> runs,
        @Nullable String service) {

    public Spender {
        runs = List.copyOf(runs);
    }
}
