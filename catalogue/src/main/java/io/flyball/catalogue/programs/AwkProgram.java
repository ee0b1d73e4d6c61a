package io.flyball.catalogue.programs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of awk that only reads. Judged by the raw text, so that no trick of quoting can hide a call: what starts,
 * loads or reads something else may not even stand in a string.
 */
final class AwkProgram {
    private static final Pattern REACHES =
            Pattern.compile("system|getline|ENVIRON|PROCINFO|ARGV|ARGC|SYMTAB|FUNCTAB|@|/inet|/dev/|\\|&|\\\\\\n");

    private static final Pattern PRINT = Pattern.compile("print");

    private AwkProgram() {}

    static boolean onlyReads(String program) {
        return !REACHES.matcher(program).find() && !redirects(program);
    }

    /** Only print and printf write to files and programs, by what stands behind them. */
    private static boolean redirects(String program) {
        Matcher print = PRINT.matcher(program);
        String rest = print.find() ? program.substring(print.end()).replace("||", "") : "";
        return rest.indexOf('>') >= 0 || rest.indexOf('|') >= 0;
    }
}
