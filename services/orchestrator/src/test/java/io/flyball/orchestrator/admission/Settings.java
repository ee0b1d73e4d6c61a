package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.config.AdmissionProperties;
import java.util.List;
import java.util.function.Consumer;

/** The defaults with some of them changed. */
public final class Settings {
    public List<String> groupBy = AdmissionProperties.DEFAULT.groupBy();
    public int fingerprintsPerRun = AdmissionProperties.DEFAULT.fingerprintsPerRun();
    public int openPerService = AdmissionProperties.DEFAULT.openPerService();
    public int openPerAgent = AdmissionProperties.DEFAULT.openPerAgent();
    public int openInAll = AdmissionProperties.DEFAULT.openInAll();
    public int runsPerHour = AdmissionProperties.DEFAULT.runsPerHour();

    public int waitingInAll = AdmissionProperties.DEFAULT.waitingInAll();

    private Settings() {}

    public static AdmissionProperties with(Consumer<Settings> change) {
        Settings set = new Settings();
        change.accept(set);
        AdmissionProperties rest = AdmissionProperties.DEFAULT;
        return new AdmissionProperties(
                set.groupBy,
                rest.groupWindow(),
                set.fingerprintsPerRun,
                set.openPerService,
                set.openPerAgent,
                set.openInAll,
                set.runsPerHour,
                rest.causalDepth(),
                rest.memory(),
                rest.closedRunsKept(),
                rest.deploymentsPerService(),
                rest.missedAfter(),
                rest.urgencyRises(),
                set.waitingInAll);
    }
}
