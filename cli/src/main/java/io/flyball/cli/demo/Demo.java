package io.flyball.cli.demo;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.DataFolder;
import io.flyball.cli.access.Shell;
import io.flyball.cli.approvals.ApprovalDesk;
import io.flyball.cli.demo.SuiteStarter.Suite;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;

/** A real incident on this machine: break, alert, diagnose, ask, repair, verify. */
final class Demo {
    private final Shell shell;
    private final Access access;
    private final Clock clock;
    private final SuiteStarter starter;
    private final DemoSettings settings;
    private final Narrator narrator;

    Demo(Shell shell, Access access, Clock clock, SuiteStarter starter, DemoSettings settings) {
        this.shell = shell;
        this.access = access;
        this.clock = clock;
        this.starter = starter;
        this.settings = settings;
        narrator = new Narrator(shell.terminal());
    }

    ExitCode play() throws IOException, InterruptedException {
        DataFolder folder = access.dataFolder();
        Path deployments = Files.createDirectories(folder.path().resolve("deployments"));
        try (OneDemo _ = OneDemo.begin(deployments);
                Cleaning cleaning = new Cleaning(settings.down())) {
            narrator.title("The stack");
            Suite suite = cleaning.of(starter.ensureUp(shell, access, settings.model()));
            narrator.good(
                    suite.startedHere()
                            ? "started"
                            : "is up already: " + access.console().address());
            Shop shop = cleaning.of(new Shop(deployments, deployctl(folder, deployments), settings.keep()));
            breakIt(shop);
            ExitCode end = end(shop, incident(shop, cleaning));
            cleaning.finished();
            return end;
        }
    }

    private DeployCtl deployctl(DataFolder folder, Path deployments) throws IOException {
        Path script = settings.project().resolve("demo/deployctl");
        return DeployCtl.install(script, folder.path().resolve("bin"), deployments);
    }

    private void breakIt(Shop shop) throws IOException, InterruptedException {
        narrator.title("A web shop, deployed on this machine");
        shop.deploy();
        shop.await(200);
        narrator.good("release 1 is deployed: " + shop.healthUrl() + " answers 200");
        shop.deployBadRelease();
        shop.await(503);
        narrator.bad("release 2 is deployed (\"change upstream\"): " + shop.healthUrl() + " answers 503");
    }

    private Run incident(Shop shop, Cleaning cleaning) throws InterruptedException {
        narrator.title("The alert, as Alertmanager sends it: ServiceUnavailable, service shop, critical");
        Console console = access.console();
        var moments = new LinkedBlockingQueue<Moment>();
        var question = cleaning.of(new Question(
                narrator,
                new ApprovalDesk(console, shell.person()),
                settings.reply(),
                new Keyboard(shell.terminal().in()),
                moments::add));
        Instant now = clock.instant();
        Instant since = now.minusSeconds(60);
        JsonNode taken = console.post("/webhooks/alertmanager", FiringAlert.body(shop.healthUrl(), since));
        cleaning.atEnd(() -> resolve(shop, since));
        var incident = new Incident(console, narrator, moments, question);
        String run = incident.awaitRun(text(taken.path("alerts").path(0), "fingerprint"), now);
        shell.terminal().line("");
        return incident.follow(run, settings.timeout());
    }

    /** The shop goes with the demo, and its alert with the shop: the next demo is an incident of its own. */
    private void resolve(Shop shop, Instant since) {
        if (!settings.keep() || shop.health() == 200) {
            access.console()
                    .post("/webhooks/alertmanager", FiringAlert.resolved(shop.healthUrl(), since, clock.instant()));
        }
    }

    private ExitCode end(Shop shop, Run run) {
        narrator.title("The shop itself");
        int status = shop.health();
        String says = shop.healthUrl() + " answers " + (status == 0 ? "nothing" : status);
        if (status == 200) {
            narrator.good(says);
        } else {
            narrator.bad(says);
        }
        new Epilogue(access, narrator).tell(run, settings);
        boolean healthy = status == 200;
        if (run.isWell() && !healthy) {
            throw new CommandFailed(
                    ExitCode.NOT_RESOLVED, "The run ended as " + run.outcome() + ", but the shop does not serve.", "");
        }
        return healthy && run.isWell() ? ExitCode.OK : ExitCode.NOT_RESOLVED;
    }
}
