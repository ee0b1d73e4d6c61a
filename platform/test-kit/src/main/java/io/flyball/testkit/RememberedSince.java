package io.flyball.testkit;

/** Since when a Redis remembers locks, as the scripts note it: a time, and which server said so. */
public final class RememberedSince {
    private RememberedSince() {}

    /**
     * That it has always remembered them. A server that other tests have demoted and promoted again is what it is now.
     *
     * @param info what the server answers to INFO
     */
    public static String ever(String info) {
        return "0 " + field(info, "run_id") + " " + field(info, "master_replid");
    }

    private static String field(String info, String name) {
        return info.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " in what Redis says of itself"));
    }
}
