package io.flyball.toolexecutor.process;

import java.nio.file.Path;

/** How a program is held. */
public sealed interface Containment {
    /** In which the kernel counts its processes, where it can. */
    ControlGroups groups();

    /**
     * By nothing but its limits; it may do what this process may.
     *
     * @param service whether what it leaves running may live on
     */
    record Plain(ControlGroups groups, boolean service) implements Containment {}

    /** In namespaces of its own, which end with it. */
    record Namespaces(Path bubblewrap, Enclosure enclosure, ControlGroups groups) implements Containment {}
}
