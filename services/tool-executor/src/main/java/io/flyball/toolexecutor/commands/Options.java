package io.flyball.toolexecutor.commands;

/** Recognises an option however it is written: whole, abbreviated, with its value, in a bunch. */
final class Options {
    private Options() {}

    /** Whether the argument holds the option: {@code --name}, {@code -x}, or {@code -word} as find has them. */
    static boolean holds(String argument, String option) {
        if (option.startsWith("--")) {
            return holdsLong(argument, option);
        }
        return option.length() == 2 ? holdsShort(argument, option) : isWord(argument, option);
    }

    /** Abbreviations count, as getopt takes them. */
    private static boolean holdsLong(String argument, String option) {
        if (!argument.startsWith("--")) {
            return false;
        }
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        return name.length() > 2 && option.startsWith(name);
    }

    /** Also in a bunch such as {@code -xzf}, up to where a value begins. */
    private static boolean holdsShort(String argument, String option) {
        if (argument.length() < 2 || argument.charAt(0) != option.charAt(0) || argument.charAt(1) == '-') {
            return false;
        }
        for (int i = 1; i < argument.length() && Character.isLetterOrDigit(argument.charAt(i)); i++) {
            if (argument.charAt(i) == option.charAt(1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(String argument, String option) {
        return argument.equals(option) || argument.startsWith(option + "=");
    }
}
