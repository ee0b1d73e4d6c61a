package io.flyball.cli.demo.site;

/**
 * What the service answers.
 *
 * @param body a JSON object
 * @param why for the log; empty if all is well
 */
record Page(int status, String body, String why) {

    static Page of(SiteConfiguration configuration, String path, Upstream.Reply reply) {
        return switch (path) {
            case "/health" -> health(configuration, reply);
            case "/" -> greeting(configuration, reply);
            default -> new Page(404, "{\"error\":\"no such page\"}", "no such page");
        };
    }

    private static Page health(SiteConfiguration configuration, Upstream.Reply reply) {
        return switch (reply) {
            case Upstream.Well _ ->
                new Page(200, "{\"service\":\"" + configuration.name() + "\",\"status\":\"UP\"}", "");
            case Upstream.Unwell unwell -> unavailable(configuration, unwell);
        };
    }

    private static Page greeting(SiteConfiguration configuration, Upstream.Reply reply) {
        return switch (reply) {
            case Upstream.Well _ -> new Page(200, "{\"greeting\":\"Welcome to the " + configuration.name() + "\"}", "");
            case Upstream.Unwell unwell -> unavailable(configuration, unwell);
        };
    }

    private static Page unavailable(SiteConfiguration configuration, Upstream.Unwell unwell) {
        String body = "{\"service\":\"%s\",\"status\":\"DOWN\",\"upstream\":\"%s\",\"error\":\"%s\"}"
                .formatted(configuration.name(), unwell.address(), unwell.error());
        return new Page(503, body, "upstream " + unwell.address() + " does not answer: " + unwell.error());
    }
}
