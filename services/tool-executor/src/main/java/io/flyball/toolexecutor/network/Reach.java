package io.flyball.toolexecutor.network;

import java.net.InetSocketAddress;

/** Whether an agent may connect somewhere. */
public sealed interface Reach {

    /** It may, to that address; the name is not asked again. */
    record Allowed(InetSocketAddress address) implements Reach {}

    /** It may not. */
    record Refused(String reason) implements Reach {}

    /** The name has no address now. */
    record NotFound(String host) implements Reach {}
}
