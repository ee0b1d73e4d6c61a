package io.flyball.console.sources;

import java.util.Arrays;
import java.util.List;

/** Places of which one is enough, as mapping files write them: {@code alert_id|id}. */
final class Alternatives {
    private Alternatives() {}

    static List<String> of(String places) {
        return Arrays.stream(places.split("\\|", -1)).map(String::strip).toList();
    }
}
