package io.flyball.cli.stack;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
import io.flyball.localstack.NeighbourSettings;
import io.flyball.localstack.Neighbours;
import io.flyball.localstack.transactions.TransactionCure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that runs, from its start to its end. The record in the data folder always says what there is at that moment. */
final class LocalStack implements AutoCloseable {
    private final UpOptions options;
    private final StackFolder folder;
    private final Installation installation;
    private final Instant startedAt = Instant.now();
    private String control = "";
    private @Nullable Neighbours neighbours;
    private @Nullable Services services;
    private final List<TransactionCure> cures = new CopyOnWriteArrayList<>();

    LocalStack(UpOptions options, StackFolder folder, Installation installation) {
        this.options = options;
        this.folder = folder;
        this.installation = installation;
    }

    static Set<NeighbourKind> kinds(UpOptions options) {
        var kinds = EnumSet.allOf(NeighbourKind.class);
        if (!options.tracing()) {
            kinds.remove(NeighbourKind.TRACING);
        }
        return kinds;
    }

    /** Starts everything in order and returns when each part has answered. */
    void start(Progress progress) throws InterruptedException {
        record(false);
        var running = Neighbours.start(
                new NeighbourSettings(
                        installation.neighbours(),
                        folder.path(),
                        options.neighbourPorts(),
                        kinds(options),
                        Path.of(System.getProperty("java.home")),
                        true),
                part -> progress.ready(part.name(), part.readyAfter(), url(part)));
        neighbours = running;
        record(false);
        cureTransactions(running.get(NeighbourKind.BROKER), progress);
        var provisioned = Provisioning.run(
                running.get(NeighbourKind.BROKER).url().getAuthority(),
                running.get(NeighbourKind.REGISTRY).url());
        progress.ready("topics", provisioned, "with their schemas");
        startServices(progress);
    }

    private void startServices(Progress progress) throws InterruptedException {
        var settings = new ServiceSettings(options, folder, installation);
        var starting = new Services(ServiceUnit.of(List.of(SuiteService.values()), settings), options.portBase());
        services = starting;
        starting.start();
        record(false);
        starting.awaitReady(starting.units(), (service, after) -> progress.ready(service.label(), after, url(service)));
    }

    /** Everything is ready, and from now on orders are taken there. */
    synchronized void takesOrdersAt(Path socket) {
        control = socket.toString();
        record(true);
    }

    /** Ends that part and starts it again; in one JVM all services at once. */
    synchronized void restart(String name, Progress progress) throws InterruptedException {
        var unit = units().stream()
                .filter(each -> each.services().stream()
                        .anyMatch(service -> service.label().equals(name)))
                .findFirst();
        if (unit.isPresent()) {
            restart(unit.get(), progress);
        } else {
            restart(neighbour(name), progress);
        }
        record(true);
    }

    private void restart(ServiceUnit unit, Progress progress) throws InterruptedException {
        unit.stop();
        unit.start();
        record(true);
        if (services != null) {
            services.awaitReady(
                    List.of(unit), (service, after) -> progress.ready(service.label(), after, url(service)));
        }
    }

    private void restart(Neighbour neighbour, Progress progress) {
        neighbour.restart();
        if (neighbour.kind() == NeighbourKind.BROKER) {
            cureTransactions(neighbour, progress);
        }
        progress.ready(neighbour.name(), neighbour.readyAfter(), url(neighbour));
    }

    /** The broker may have been killed in the middle of some, now or the last time. */
    private void cureTransactions(Neighbour broker, Progress progress) {
        cures.add(TransactionCure.begin(broker.url().getAuthority(), TransactionCure.AFTER_A_START, progress::say));
    }

    private Neighbour neighbour(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.USAGE,
                        "There is no part '" + name + "' in this stack.",
                        "flyball status names them."));
    }

    /** The names of those that have ended by themselves. */
    synchronized List<String> dead() {
        return Stream.concat(
                        all().stream().filter(each -> !each.alive()).map(Neighbour::name),
                        units().stream().filter(unit -> !unit.alive()).map(ServiceUnit::name))
                .toList();
    }

    /** Ends everything: services first, while the broker is still there for them. */
    @Override
    public void close() {
        cures.forEach(TransactionCure::close);
        if (services != null) {
            services.stop();
        }
        if (neighbours != null) {
            neighbours.close();
        }
        folder.forgetRecord();
    }

    private List<Neighbour> all() {
        return neighbours == null ? List.of() : neighbours.all();
    }

    private List<ServiceUnit> units() {
        return services == null ? List.of() : services.units();
    }

    private void record(boolean ready) {
        folder.write(new StackRecord(
                options.mode().label(),
                options.planning().toString(),
                startedAt,
                ready,
                ProcessMark.of(ProcessHandle.current()),
                control,
                units().stream().flatMap(this::parts).toList(),
                all().stream().map(this::part).toList()));
    }

    private Stream<StackRecord.Part> parts(ServiceUnit unit) {
        return unit.services().stream()
                .map(service -> new StackRecord.Part(
                        service.label(),
                        url(service),
                        unit.mark(),
                        folder.log(service.label()).toString()));
    }

    private StackRecord.Part part(Neighbour neighbour) {
        return new StackRecord.Part(
                neighbour.name(),
                url(neighbour),
                ProcessMark.of(neighbour.pid()),
                neighbour.log().toString());
    }

    private String url(SuiteService service) {
        return service.url(options.portBase());
    }

    /** The broker is known to its clients as host and port. */
    private static String url(Neighbour neighbour) {
        return neighbour.kind() == NeighbourKind.BROKER
                ? neighbour.url().getAuthority()
                : neighbour.url().toString();
    }
}
