package io.flyball.orchestrator.shell;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was written last, as it was before it became bytes; the oldest in use is forgotten first. */
final class Recent<T> extends LinkedHashMap<String, T> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Recent(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > most;
    }
}
