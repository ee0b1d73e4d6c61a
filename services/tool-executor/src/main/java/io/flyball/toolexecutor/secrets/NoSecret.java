package io.flyball.toolexecutor.secrets;

/** A secret that cannot be given, and why; says what to do and never what the secret is. */
public final class NoSecret extends Exception {
    private static final long serialVersionUID = 1;

    NoSecret(String why) {
        super(why);
    }
}
