package io.flyball.platform.lock;

import java.util.List;

/**
 * Who wants to have what to themselves.
 *
 * @param resources what; all of them or none
 * @param owner who; the same owner is granted again what it has, under a new token
 * @param holder the owner for people, told to whoever waits
 */
public record LockRequest(List<String> resources, String owner, String holder) {

    public LockRequest {
        resources = resources.stream().distinct().sorted().toList();
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("a lock is on something");
        }
    }
}
