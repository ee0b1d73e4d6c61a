package io.flyball.cli.demo.site;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Runs the web service until it is ended. */
public final class SiteMain {
    private SiteMain() {}

    /**
     * Reads the configuration once, as a deployed program does, and serves.
     *
     * @param args the configuration file; then, if the service shall not outlive another process, that one's id
     */
    public static void main(String[] args) throws IOException {
        WebService service = new WebService(SiteConfiguration.read(Path.of(args[0])), Clock.systemUTC());
        service.start();
        if (args.length > 1) {
            endWith(Long.parseLong(args[1]));
        }
    }

    /** Not by {@code onExit} alone: the owner may be gone before this process looks. */
    private static void endWith(long owner) {
        ProcessHandle.of(owner).ifPresentOrElse(SiteMain::endAfter, SiteMain::end);
    }

    private static void endAfter(ProcessHandle owner) {
        var _ = owner.onExit().thenRun(SiteMain::end);
    }

    private static void end() {
        System.out.println("the process that this service belongs to is gone");
        Runtime.getRuntime().halt(0);
    }
}
