package io.flyball.toolexecutor.process;

import java.nio.file.Path;
import java.util.List;

/**
 * What a program finds of the machine besides system programs.
 *
 * @param readable files and folders, absolute; {@code /} for all
 * @param writable files and folders that it may change, absolute
 * @param scratch its own folder, empty, gone with it
 * @param network whether it has the machine's network; otherwise it has none but a loopback of its own
 * @param processes whether it sees all processes of the machine; it can signal only its own
 */
public record Enclosure(List<Path> readable, List<Path> writable, Path scratch, boolean network, boolean processes) {

    public Enclosure {
        readable = List.copyOf(readable);
        writable = List.copyOf(writable);
    }
}
