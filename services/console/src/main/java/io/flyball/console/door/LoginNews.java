package io.flyball.console.door;

/** Hears who came in and who did not. Must neither wait nor fail. */
public interface LoginNews {

    void cameIn(String who);

    /** Somebody showed what opens nothing. */
    void refused(String path);
}
