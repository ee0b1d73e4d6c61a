package io.flyball.catalogue.remedies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Small real processes that call themselves what a test wants; all end with it. */
final class Programs implements AutoCloseable {
    private static final String PROGRAM = """
            import ctypes, socket, subprocess, sys, time
            ctypes.CDLL(None).prctl(15, sys.argv[1].encode())
            listener = socket.socket()
            if sys.argv[2] != "-":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                listener.bind(("127.0.0.1", int(sys.argv[2])))
                listener.listen()
            child = subprocess.Popen([sys.executable, "-c", sys.argv[3], *sys.argv[1:2], "-", ""]) if sys.argv[3] else None
            print(child.pid if child else 0, listener.getsockname()[1] if sys.argv[2] != "-" else 0, flush=True)
            time.sleep(600)
            """;

    private final List<ProcessHandle> started = new ArrayList<>();

    /** One that runs; its child's id and its port are 0 where it has none. */
    record Running(ProcessHandle process, long child, int port) {
        boolean lives() {
            return process.isAlive();
        }
    }

    /** One that listens nowhere. */
    Running quiet(String name, Path folder, String... more) throws IOException {
        return start(name, "-", "", folder, more);
    }

    /** One that listens at that port; 0 for any. */
    Running listening(String name, int port, Path folder, String... more) throws IOException {
        return start(name, String.valueOf(port), "", folder, more);
    }

    /** One that listens and has started another like itself. */
    Running withChild(String name, Path folder) throws IOException {
        return start(name, "0", PROGRAM, folder);
    }

    private Running start(String name, String port, String child, Path folder, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "-c", PROGRAM, name, port, child));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        started.add(process.toHandle());
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String[] words =
                Objects.requireNonNull(said.readLine(), "it did not start").split(" ");
        long below = Long.parseLong(words[0]);
        ProcessHandle.of(below).ifPresent(started::add);
        return new Running(process.toHandle(), below, Integer.parseInt(words[1]));
    }

    @Override
    public void close() {
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
