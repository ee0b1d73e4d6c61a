package io.flyball.platform.settings;

/**
 * A setting that somebody set and no record has.
 *
 * @param given as it was written
 * @param nearest the name that comes nearest
 */
record UnknownSetting(String given, String nearest) {
    @Override
    public String toString() {
        return given + " is no setting; the nearest is " + nearest;
    }
}
