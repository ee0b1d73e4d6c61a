package io.flyball.toolexecutor.network;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Takes a body up to a limit. */
final class BoundedBody {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final int most;
    private boolean cut;

    BoundedBody(int most) {
        this.most = most;
    }

    /** Takes what still fits of the bytes; true when no more will fit. */
    boolean isFullWith(byte[] bytes) {
        int fits = Math.min(bytes.length, most - taken.size());
        taken.write(bytes, 0, fits);
        cut |= fits < bytes.length;
        return cut;
    }

    boolean isCut() {
        return cut;
    }

    String text() {
        return taken.toString(StandardCharsets.UTF_8);
    }
}
