package io.flyball.catalogue.programs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One program as its file writes it; lists of words are texts with blanks between them.
 *
 * @param reader how its arguments are read
 * @param kinds its own kinds of words, each {@code role pattern}
 * @param refused words that are known to do harm, with what they do
 * @param require options of which one must be there; absent when none must
 * @param effect CHANGE where it changes something; absent where it only reads
 * @param commands its subcommands, one or two words each
 */
record ProgramFile(
        @Nullable Reader reader,
        @Nullable String flags,
        @Nullable String values,
        @Nullable String operands,
        @Nullable Map<String, String> kinds,
        @Nullable Map<String, String> refused,
        @Nullable List<String> require,
        @Nullable String effect,
        @Nullable Map<String, ProgramFile> commands) {

    /** How a program reads its arguments. */
    enum Reader {
        /** As GNU's getopt: options anywhere, letters in bunches. */
        GETOPT,
        /** As POSIX's getopt: the first operand ends the options. */
        POSIX,
        /** As GNU's getopt, but the first argument is a bunch of letters also without a dash. */
        DASHLESS,
        /** Options are whole words, also with one dash or a plus. */
        WORDS
    }
}
