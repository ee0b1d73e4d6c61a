package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.programs.AgentReach;
import io.flyball.catalogue.programs.Reach;
import io.flyball.toolexecutor.files.FileAccess;
import io.flyball.toolexecutor.files.FilePermissions;
import io.flyball.toolexecutor.tools.Permissions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What an agent may reach on this machine: by the words, as the governor judged them, and behind all links. */
final class RealReach implements Reach {
    private final List<String> globs;
    private final AgentReach words;

    RealReach(Permissions permissions) {
        this.globs = Stream.concat(permissions.readable().stream(), permissions.writable().stream())
                .toList();
        this.words = new AgentReach(globs, permissions.network());
    }

    /** A relative path lies in the command's own folder, which is empty. */
    @Override
    public boolean mayRead(String path) {
        return words.mayRead(path) && (!path.startsWith("/") || isFolder(path) || isAllowed(path));
    }

    /** The folder of a glob such as {@code /var/log/**} is the agent's as well. */
    private boolean isFolder(String path) {
        return globs.contains(path + "/**") && Files.isDirectory(Path.of(path));
    }

    private boolean isAllowed(String path) {
        return FilePermissions.read(path, globs) instanceof FileAccess.Allowed;
    }

    @Override
    public boolean mayLook(String path) {
        return words.mayLook(path);
    }

    @Override
    public boolean mayConnect(String host) {
        return words.mayConnect(host);
    }
}
