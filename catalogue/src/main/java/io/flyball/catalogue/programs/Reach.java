package io.flyball.catalogue.programs;

/** What an agent may reach by the words of a command. */
public interface Reach {

    /**
     * Whether it may read that file's content.
     *
     * @param path absolute and without {@code ..}, or relative within a folder of the command's own
     */
    boolean mayRead(String path);

    /** Whether it may see names, sizes and times there. */
    boolean mayLook(String path);

    /**
     * Whether it may connect there.
     *
     * @param host a name or address, perhaps with a colon and a port
     */
    boolean mayConnect(String host);
}
