package io.flyball.cli.terminal;

/** Colours, by the terminal's escape sequences, or none. */
public enum Ink {
    COLOURED,
    PLAIN;

    private static final String ESCAPE = "\u001b[";

    /** The text in the colour of its meaning. */
    public String paint(Tone tone, String text) {
        return this == PLAIN || tone == Tone.PLAIN || text.isEmpty()
                ? text
                : ESCAPE + tone.code() + "m" + text + ESCAPE + "0m";
    }
}
