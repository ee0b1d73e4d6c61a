package io.flyball.catalogue.programs;

import java.util.regex.Pattern;

/** The part of jq that only works on its input: no environment, no modules, no other files. */
final class JqFilter {
    private static final Pattern REACHES = Pattern.compile(
            "\\$ENV|(?<![\\w.\"$-])env(?!\\w)|(?<![\\w.\"$])(import|include|input_filename|get_search_list|halt_error|debug|\\$__)(?!\\w)");

    private JqFilter() {}

    static boolean onlyReads(String filter) {
        return !REACHES.matcher(filter).find();
    }
}
