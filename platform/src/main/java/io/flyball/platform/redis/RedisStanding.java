package io.flyball.platform.redis;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a Redis that answers, by its own word: the text of INFO. */
final class RedisStanding {
    private static final String KEEPS_ALL = "noeviction";

    private RedisStanding() {}

    /** Empty if it is a master that has room and never throws a key away. */
    static Optional<String> fault(String info) {
        Map<String, String> facts = facts(info);
        if (!facts.getOrDefault("role", "").equals("master")) {
            return Optional.of(
                    "read-only: this Redis is a replica, so it takes no stop and no claim, and nothing acts");
        }
        long most = number(facts, "maxmemory");
        if (most > 0 && number(facts, "used_memory") >= most) {
            return Optional.of("full: " + facts.get("used_memory") + " of " + most
                    + " bytes are used, so it takes no stop and no claim, and nothing acts");
        }
        String policy = facts.getOrDefault("maxmemory_policy", KEEPS_ALL);
        return policy.equals(KEEPS_ALL)
                ? Optional.empty()
                : Optional.of("eviction policy " + policy + ": a kill switch or a claim may be thrown away; set "
                        + "maxmemory-policy noeviction");
    }

    private static long number(Map<String, String> facts, String name) {
        return Long.parseLong(facts.getOrDefault(name, "0"));
    }

    private static Map<String, String> facts(String info) {
        Map<String, String> facts = new HashMap<>();
        info.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> facts.put(parts[0].strip(), parts[1].strip()));
        return facts;
    }
}
