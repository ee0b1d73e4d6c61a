package io.flyball.suite;

import java.util.Optional;

/**
 * Threads that know their service: a thread is born into the group of the thread that makes it, so what Spring, Kafka or
 * Netty start for a service is in that service's group too. Virtual threads are not: they are in a group of their own.
 */
final class ServiceThreads {
    private static final String PREFIX = "service ";

    private ServiceThreads() {}

    /** Runs the work on a new thread of that service. */
    static Thread start(String service, Runnable work) {
        var thread = new Thread(new ThreadGroup(PREFIX + service), work, "start-" + service);
        thread.start();
        return thread;
    }

    /** The service that the current thread belongs to. */
    static Optional<String> service() {
        var group = Thread.currentThread().getThreadGroup();
        while (group != null && !group.getName().startsWith(PREFIX)) {
            group = group.getParent();
        }
        return Optional.ofNullable(group).map(found -> found.getName().substring(PREFIX.length()));
    }
}
