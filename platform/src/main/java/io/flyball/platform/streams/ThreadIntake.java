package io.flyball.platform.streams;

/** A consumer is made on another thread than the one that reads with it, so the reading thread says which one it has. */
final class ThreadIntake {
    private static final ThreadLocal<Intake> OWN = ThreadLocal.withInitial(() -> Intake.WITHOUT_BROKER);

    private ThreadIntake() {}

    static Intake get() {
        return OWN.get();
    }

    static void set(Intake intake) {
        OWN.set(intake);
    }
}
