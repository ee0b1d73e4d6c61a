package io.flyball.catalogue.sources;

import java.util.ArrayList;
import java.util.List;

/** How a sender is set up, in words: what the command line prints, and the page is made of. */
public final class SetupGuide {
    private SetupGuide() {}

    /**
     * The steps at the sender, in Markdown that also reads as plain text.
     *
     * @param console the address of the console, without a slash at the end
     */
    public static String of(AlertSource source, String console) {
        List<String> lines = new ArrayList<>();
        lines.add("- URL: `" + console + source.path() + "`");
        lines.add("- It shows who it is by " + source.shows().words() + ".");
        lines.add("- " + secret(source));
        if (source.signature() != null) {
            lines.add("- The signature, made with SECRET: " + source.signature().words() + ".");
        }
        lines.add("");
        int number = 1;
        for (String step : source.setup()) {
            lines.add(number++ + ". " + step.replace("{URL}", console + source.path()));
        }
        if (source.template() != null) {
            lines.addAll(List.of("", "Template:", "", "```", source.template().stripTrailing(), "```"));
        }
        lines.addAll(List.of("", test(source)));
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private static String secret(AlertSource source) {
        return switch (source.shows()) {
            case SNS -> "There is no secret; `flyball.sources.topics` lists the topics that may send here.";
            case PAGERDUTY, SENTRY ->
                "Its signing secret stands in the file that `flyball.sources.keys." + source.name() + ".file` names.";
            case SECRET, GRAFANA, HMAC ->
                "SECRET is any line of the file that `flyball.sources.keys." + source.name()
                        + ".file` names, and opens this address alone; the token in `.flyball/token` would do as well, and opens all.";
        };
    }

    private static String test(AlertSource source) {
        return source.testButton() == null ? "" : "Its test: " + source.testButton();
    }
}
