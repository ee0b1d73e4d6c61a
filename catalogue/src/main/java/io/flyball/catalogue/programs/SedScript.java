package io.flyball.catalogue.programs;

import java.util.regex.Pattern;

/** The part of sed that only reads: addresses, substitutions, printing, deleting from what is shown. */
final class SedScript {
    /** In brackets nothing may stand that could end the expression: seds differ there. */
    private static final String REGEX = "(?:\\[\\^?\\]?[^\\]%1$s\\\\\\n]*+\\]|\\\\[^\\n]|[^\\[%1$s\\\\\\n])*+";

    private static final String ADDRESS = "(?:[0-9]++(?:~[0-9]++)?+|\\$|/" + REGEX.formatted("/") + "/[IM]{0,2}+)";
    private static final String ADDRESSES =
            "(?:" + ADDRESS + "(?:\\s*+,\\s*+(?:\\+|~)?" + ADDRESS + ")?+\\s*+!?+\\s*+)?+";
    private static final String COMMAND = ADDRESSES + "(?:[pdDPnNgGhHxl=]|[qQ][0-9]*+|" + change("/") + "|"
            + change("|") + "|" + change("#") + "|" + change(",") + "|" + change(":") + "|" + change("@") + ")\\s*+";
    private static final String BLOCK = "(?:" + ADDRESSES + "\\{\\s*+" + COMMAND + "(?:[;\\n]\\s*+" + COMMAND
            + ")*+;?+\\s*+\\}\\s*+|" + COMMAND + ")";
    private static final Pattern SCRIPT = Pattern.compile("\\s*+" + BLOCK + "(?:[;\\n]\\s*+" + BLOCK + ")*+[;\\s]*+");

    private SedScript() {}

    /** {@code s} and {@code y} with that sign between their parts; of the flags, none that writes or executes. */
    private static String change(String sign) {
        String part = REGEX.formatted(sign.equals("|") ? "|" : sign);
        String mark = Pattern.quote(sign);
        return "[sy]" + mark + part + mark + part + mark + "[gpiIM0-9]*+";
    }

    static boolean onlyReads(String script) {
        return SCRIPT.matcher(script).matches();
    }
}
